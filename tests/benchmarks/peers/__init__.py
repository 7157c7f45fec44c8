"""One module per way of running a workload; each runs in a process of its own."""

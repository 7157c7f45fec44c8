"""Speed of pp beside its peers, on one machine: run by hand, `python -m tests.benchmarks.run --help`."""

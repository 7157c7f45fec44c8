"""Speed of pp beside its peers, by hand: `python -m tests.benchmarks.run --help`."""

"""The command line. Nothing here is imported by anything else of ours."""

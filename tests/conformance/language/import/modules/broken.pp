program main() { return nothing }

program whole(n: int) { return n }

program main() { return [whole(3), whole(3.0), 1234567890123456789] }

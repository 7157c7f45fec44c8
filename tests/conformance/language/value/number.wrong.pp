program whole(n: int) { return n }

program main() { return [whole(3), whole(3.0)] }

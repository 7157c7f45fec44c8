program main(a: int(1..5), b: int(min: -1), c: float(max: 0.5)) { return [a, b, c] }

program other() { return [main(6, 0, 0), main(1, -2, 0), main(1, 0, 0.6)] }

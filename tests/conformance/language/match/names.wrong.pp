program main(n: int) { return match n: { case 1 | x: x } }

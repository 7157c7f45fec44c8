program main(x: int, y: int) { return match (x, y): { case (1, 2): 1 else: 2 } }

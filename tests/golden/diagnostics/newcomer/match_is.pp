program main(x: int?) { return match x: { case is none: 1 case n: n } }

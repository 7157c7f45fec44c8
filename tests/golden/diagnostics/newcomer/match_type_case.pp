program main(x: int | text) { return match x: { case int: 1 case text: 2 } }

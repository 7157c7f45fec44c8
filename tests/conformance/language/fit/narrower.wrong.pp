program short(a: text(max_chars: 3)) { return a }

program whole(a: int(1..5)) { return a }

program main(a: text, b: float, c: int) { return [short(a), text([whole(b), whole(c)])] }

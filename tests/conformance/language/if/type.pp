program main(is_loud: bool, a: int(1..3), b: int, c: { x: int }) {
  wider = if is_loud: a else: b
  either = if is_loud: a else if a == 2: c else: "none"
  return { wider, either }
}

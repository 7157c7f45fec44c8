template ask() -> text """
  Why?
"""

program main(is_long: bool, a: int, b: float) {
  wider = if is_long: a else: b
  both = if is_long: a else: ask()
  return { wider, both }
}

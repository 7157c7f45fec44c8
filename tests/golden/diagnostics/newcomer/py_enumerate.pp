template rank(i: int, d: text) """
  {{ i }} {{ d }}
"""
program main(qs: list[text]) {
  return map i, q in enumerate(qs): rank(i, q)
}

context c(q: text) """
  {{ q }}
"""
template t() -> text within c """
  Go.
"""
program main(q: text) {
  with c(q) as d {
    x = t()
  }
  return x
}

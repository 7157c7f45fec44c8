template draft(t: text) """
  {{ t }}
"""
template shorten() within draft """
  Shorter.
"""
program main(t: text) {
  d = draft(t)
  return shorten(d)
}

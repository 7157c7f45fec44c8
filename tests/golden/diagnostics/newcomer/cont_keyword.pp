template draft(t: text) """
  {{ t }}
"""
template shorten() continues draft """
  Shorter.
"""
program main(t: text) {
  d = draft(t)
  return d.shorten()
}

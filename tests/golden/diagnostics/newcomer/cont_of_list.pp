template draft(t: text) """
  {{ t }}
"""
template shorten() within draft """
  Shorter.
"""
program main(t: text) {
  d = sample 3: draft(t)
  return d.shorten()
}

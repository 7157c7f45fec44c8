template draft(t: text) """
  {{ t }}
"""
template shorten() within draft """
  Shorter.
"""
program main(ts: list[text]) {
  return map t in ts: t.shorten()
}

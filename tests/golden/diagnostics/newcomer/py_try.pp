template ask(q: text) -> int """
  {{ q }}
"""
program main(q: text) {
  try:
    x = ask(q)
  except:
    x = 0
  return x
}

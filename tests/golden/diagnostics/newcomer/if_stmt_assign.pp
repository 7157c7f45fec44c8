template ask(q: text) """
  {{ q }}
"""
program main(x: text) {
  y = ""
  if len(x) > 3: y = ask(x)
  return y
}

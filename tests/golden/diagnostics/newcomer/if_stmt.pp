template ask(q: text) """
  {{ q }}
"""
program main(x: text) {
  if len(x) > 3 {
    return ask(x)
  }
  return x
}

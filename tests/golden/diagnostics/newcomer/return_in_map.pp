template ask(q: text) """
  {{ q }}
"""
program main(xs: list[text]) {
  return map x in xs: {
    a = ask(x)
    b = ask(a)
    a + b
  }
}

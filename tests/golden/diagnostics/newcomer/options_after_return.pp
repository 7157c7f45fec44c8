template ask(q: text) """
  {{ q }}
"""
program main(p: text) {
  return ask(p) with { temperature: 0.5 }
}

template ask(q: text) """
  {{ q }}
"""
program main(p: text) {
  return ask(p, { temperature: 0.5 })
}

template ask(q: text) (max_tokens: 20) """
  {{ q }}
"""
program main(p: text) {
  return ask(p)
}

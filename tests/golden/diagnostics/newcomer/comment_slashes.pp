// Ask a question
template ask(q: text) """
  {{ q }}
"""
/* main */
program main(q: text) { return ask(q) }

context desk(policy: text) """
  {{ policy }}
"""

template ask(q: text) """
  {{ q }}
"""

program main(policy: text) {
  d = desk(policy)
  return ask(text(d))
}

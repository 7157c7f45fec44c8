context desk(policy: text) """
  {{ policy }}
"""

template ask(q: text) within desk """
  {{ q }} under {{ policy }}?
"""

template again(q: text) within ask """
  {{ q }} and {{ policy }}?
"""

program main(policy: text) {
  d = desk(policy)
  return d.ask("Why").again("How")
}

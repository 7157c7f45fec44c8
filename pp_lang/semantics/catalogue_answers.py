"""The entries of mistakes with answers and their conversations."""

from pp_lang.diagnostics import Entry, entry

OF_ANSWERS: dict[str, Entry] = {
    "needs-answer": entry('''
A template within another one goes on with its conversation, so it is called on an answer: a value
that the other template gave, with the turns that led to it.
---
template draft(topic: text) """
  Write a line about {{ topic }}.
"""

template shorten() within draft """
  Make it shorter.
"""

program main(topic: text) {
  return shorten()
}
---
template draft(topic: text) """
  Write a line about {{ topic }}.
"""

template shorten() within draft """
  Make it shorter.
"""

program main(topic: text) {
  first = draft(topic)
  return first.shorten()
}
'''),
    "no-beginning": entry('''
`begin` says how the answer begins, and the model writes on from there. What has a form of its own,
such as a number or a record, is begun by its form.
---
template estimate(topic: text) -> int """
  How many {{ topic }} are there?
"""

program main(topic: text) {
  return estimate(topic) { begin: "About " }
}
---
template estimate(topic: text) """
  How many {{ topic }} are there?
"""

program main(topic: text) {
  return estimate(topic) { begin: "About " }
}
'''),
    "not-constant": entry('''
Options of contexts, templates and programs are fixed before anything runs. At the call of a
template an option may be computed from values, except for the models.
---
template ask(q: text) """
  {{ q }}
"""

program careful(q: text) {
  return ask(q)
}

program main(q: text, heat: float(0..2)) {
  return careful(q) { temperature: heat }
}
---
template ask(q: text) """
  {{ q }}
"""

program careful(q: text, heat: float(0..2)) {
  return ask(q) { temperature: heat }
}

program main(q: text, heat: float(0..2)) {
  return careful(q, heat)
}
'''),
}

"""The entries of the mistakes with functions of Python."""

from pp_lang.diagnostics import Entry, entry

OF_EXTERNS: dict[str, Entry] = {
    "bad-extern-target": entry('''
An `extern` says which function of Python it stands for: a module, a colon and the function, each by
its dotted name. The file of a module is not named, and neither are arguments.
---
extern shout(words: text) -> text = "acme/words.py"

program main(words: text) {
  return shout(words)
}
---
extern shout(words: text) -> text = "acme.words:shout"

program main(words: text) {
  return shout(words)
}
'''),
    "bad-type-for-extern": entry('''
A function of Python gets and gives data. An opened context exists only while its program runs, and
nothing outside can do anything with it.
---
context desk(policy: text) """
  {{ policy }}
"""

extern weigh(office: desk) -> float = "acme.words:weigh"

program main(policy: text) {
  return weigh(desk(policy))
}
---
extern weigh(policy: text) -> float = "acme.words:weigh"

program main(policy: text) {
  return weigh(policy)
}
'''),
}  # fmt: skip

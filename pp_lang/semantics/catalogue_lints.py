"""The entries of the lints."""

from pp_lang.diagnostics import Entry, entry

_RULES = """Read everything before you answer. Judge only what the writer says about the food and
  the service, not the price and not the weather. Take irony as meant. Where good and bad things
  are said, take the side the writer would take when asked twice."""

OF_LINTS: dict[str, Entry] = {
    "unused-declaration": entry('''
The file has a `main`, and nothing that it calls uses this declaration; or a parameter is read by
nothing in its own declaration; or an import is not used. A name that begins with `_` says that this
is meant. In a file without `main` all declarations count as used, because others may import them;
programs always do, because they can be run by name. `# pp: allow unused-declaration` on its line or
above it silences one.
---
type Mood = "happy" | "sad"

program main(name: text) {
  return upper(name)
}
---
program main(name: text) {
  return upper(name)
}
'''),
    "hole-before-shared-text": entry(f'''
A model reads only once what calls have in common at their start. Here a hole that changes from call
to call stands before a long text that does not, so that every call reads that text again. Put the
hole at the end. `--fix` moves it where it has a paragraph of its own and no word points to its
place.
---
template judge(review: text) -> "good" | "bad" """
  Review: {{{{ review }}}}

  {_RULES}
"""
---
template judge(review: text) -> "good" | "bad" """
  {_RULES}

  Review: {{{{ review }}}}
"""
'''),
    "single-braces": entry('''
A value is shown by two braces on each side. Single braces mean nothing in a prompt, so that JSON
needs no escaping, and the model sees the name as it is written. Write `{{ name }}`, or allow it
with `# pp: allow single-braces` above the declaration where the name in braces is meant.
---
template greet(name: text) """
  Say hello to {name}.
"""

program main(name: text) {
  return greet(name)
}
---
template greet(name: text) """
  Say hello to {{ name }}.
"""

program main(name: text) {
  return greet(name)
}
'''),
    "format-not-shown": entry('''
The answer is held to the type in any case, but a model that knows neither its form nor the names of
its fields answers worse: it must guess what a field is for. `{{ format }}` describes the answer.
---
template judge(review: text) -> { mood: text, stars: int(1..5) } """
  What do you make of this? {{ review }}
"""
---
template judge(review: text) -> { mood: text, stars: int(1..5) } """
  What do you make of this? Answer as {{ format }}. {{ review }}
"""
'''),
    "data-in-system-turn": entry('''
Models obey the system turn. Free text that is put there can hold orders of whoever wrote it. Data
belongs into a user turn. Where only the program's owner writes the value, say so with
`# pp: allow data-in-system-turn` above the declaration.
---
template answer(mail: text) -> text """
  {% system %}
  You answer mails. The mail: {{ mail }}
  {% user %}
  Answer it.
"""
---
template answer(mail: text) -> text """
  {% system %}
  You answer mails.
  {% user %}
  Answer this mail: {{ mail }}
"""
'''),
    "dependent-items": entry('''
Each item of a `map` is answered alone and in no order, and the prompt speaks of other items. Give
the template what it needs as a parameter, or go through the items with `reduce … by fold`.
---
template judge(review: text) -> text """
  Is this better than the previous review? {{ review }}
"""

program main(reviews: list[text]) {
  return map review in reviews: judge(review)
}
---
template judge(review: text) -> text """
  Is this a good review? {{ review }}
"""

program main(reviews: list[text]) {
  return map review in reviews: judge(review)
}
'''),
    "reduce-cannot-fit": entry('''
`by flat` shows all items in one prompt. A list without `max_items` of texts without `max_chars` can
be longer than any model reads, and the run then fails. Merge in groups, or limit the list.
---
template merge(notes: list[text]) -> text """
  Sum up: {{ notes }}
"""

program main(notes: list[text]) {
  return reduce notes with merge by flat
}
---
template merge(notes: list[text]) -> text """
  Sum up: {{ notes }}
"""

program main(notes: list[text]) {
  return reduce notes with merge by tree
}
'''),
    "unknown-code": entry('''
A comment `# pp: allow CODE` names something that no message is called, so it allows nothing. The
code of a message stands in brackets at its beginning.
---
# pp: allow data-in-system-turns
template greet(name: text) """
  Say hello to {{ name }}.
"""

program main(name: text) {
  return greet(name)
}
---
template greet(name: text) """
  Say hello to {{ name }}.
"""

program main(name: text) {
  return greet(name)
}
'''),
}  # fmt: skip

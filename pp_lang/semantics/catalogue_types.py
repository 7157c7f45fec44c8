"""The entries of the mistakes with types, operators and reductions."""

from pp_lang.diagnostics import Entry, entry

OF_TYPES: dict[str, Entry] = {
    "possibly-none": entry('''
The value may be `none`, and nothing can be done with `none`. Ask first, or say what stands in for
it.
---
program main(name: text?) {
  return upper(name)
}
---
program main(name: text?) {
  return upper(default(name, "you"))
}
'''),
    "wrong-type": entry('''
A value of one type stands where another is wanted. Nothing is converted silently: `text(…)` and
`number(…)` do it where it is meant.
---
program main(a: int) -> text {
  return a
}
---
program main(a: int) -> text {
  return text(a)
}
'''),
    "wrong-operand": entry('''
The operator has no meaning for these types.
---
program main(a: text) {
  return a < 3
}
---
program main(a: text) {
  return len(a) < 3
}
'''),
    "never-equal": entry('''
The two sides have no value in common, so the comparison has always the same result. It is nearly
always a slip in one of them.
---
program main(a: int) {
  return a == none
}
---
program main(a: int?) {
  return a == none
}
'''),
    "not-a-list": entry('''
Something is gone through or indexed that is not a list.
---
program main(name: text) {
  return name[0]
}
---
program main(names: list[text](min_items: 1)) {
  return names[0]
}
'''),
    "bad-type-argument": entry('''
A type is limited in a way that it does not have, or that leaves no value. Limits belong to basic
types and lists, where they are declared.
---
type Name = text
type Person { name: Name(max_chars: 4) }
---
type Name = text(max_chars: 4)
type Person { name: Name }
'''),
    "type-too-large": entry('''
A type with all the types inside it is larger than can be followed. No model writes such an answer
well: ask for less at a time.
---
type A { a: int, b: int, c: int, d: int, e: int, f: int, g: int, h: int }
type B { a: A, b: A, c: A, d: A, e: A, f: A, g: A, h: A }
type C { a: B, b: B, c: B, d: B, e: B, f: B, g: B, h: B }
type D { a: C, b: C, c: C, d: C, e: C, f: C, g: C, h: C }
type E { a: D, b: D, c: D, d: D, e: D, f: D, g: D, h: D }
---
type A { a: int, b: int, c: int, d: int, e: int, f: int, g: int, h: int }
type B { a: A, b: A }
'''),
    "bad-output-type": entry('''
A model writes text, and its answer is read from that. An opened context is not something that can
be written.
---
context desk(policy: text) """
  {{ policy }}
"""

template judge(review: text) -> list[desk] """
  {{ review }}
"""
---
template judge(review: text) -> list[text] """
  {{ review }}
"""
'''),
    "bad-option-value": entry('''
The option exists, but not with this value: another type, or outside its range.
---
template judge(review: text) -> text { max_tokens: 0 } """
  {{ review }}
"""
---
template judge(review: text) -> text { max_tokens: 100 } """
  {{ review }}
"""
'''),
    "unknown-mode": entry('''
A `reduce` merges `flat` (all at once), by `tree` (in groups, then the groups) or by `fold` (one
after the other).
---
template merge(notes: list[text]) -> text """
  {{ notes }}
"""

program main(notes: list[text]) {
  return reduce notes with merge by tre
}
---
template merge(notes: list[text]) -> text """
  {{ notes }}
"""

program main(notes: list[text]) {
  return reduce notes with merge by tree
}
'''),
    "bad-merge": entry('''
What a `reduce` names must be able to merge the items: a template or program that takes a list of
them, or for `fold` the value so far and the next item.
---
template merge(note: text) -> text """
  {{ note }}
"""

program main(notes: list[text]) {
  return reduce notes with merge by flat
}
---
template merge(notes: list[text]) -> text """
  {{ notes }}
"""

program main(notes: list[text]) {
  return reduce notes with merge by tree
}
'''),
}  # fmt: skip

"""The entries of the mistakes with functions, matches and namespaces."""

from pp_lang.diagnostics import Entry, entry

_KEEP = """program keep[T](items: list[T], good: (T) -> bool) {
  return map item in items if good(item): item
}
"""

OF_FUNCTIONS: dict[str, Entry] = {
    "misplaced-function": entry('''
Functions are given to programs as arguments and are nothing else: they cannot be named, returned or
put into lists. Write one where it is given.
---
program main(xs: list[text]) {
  return [x => x]
}
---
program main(xs: list[text]) {
  return xs
}
'''),
    "bad-type-for-function": entry('''
Only the parameters of programs can be functions. A prompt shows values, and a value of a type must
be something that can be stored and shown.
---
type Change = (text) -> text
---
program apply(change: (text) -> text, a: text) {
  return change(a)
}
'''),
    "wrong-function": entry(f'''
The argument is not the function that the parameter wants: it is no function, takes another number
of values, or gives a value of another type.
---
{_KEEP}
program main(xs: list[text]) {{
  return keep(xs, x => len(x))
}}
---
{_KEEP}
program main(xs: list[text]) {{
  return keep(xs, x => len(x) > 3)
}}
'''),
    "open-type": entry('''
A type parameter is known from the arguments of the call, and here none of them says anything about
it.
---
program nothing[T](count: int) -> list[T] {
  return if count > 0: [] else: []
}

program main() {
  return nothing(3)
}
---
program nothing(count: int) -> list[text] {
  return if count > 0: [] else: []
}

program main() {
  return nothing(3)
}
'''),
    "missing-cases": entry('''
A match is a value, so it must be something whatever its subject is. Name the cases that are left,
or end with `else:`.
---
type Mood = "happy" | "angry"

program main(mood: Mood) {
  return match mood: {
    case "happy": 1
  }
}
---
type Mood = "happy" | "angry"

program main(mood: Mood) {
  return match mood: {
    case "happy": 1
    case "angry": 2
  }
}
'''),
    "unreachable-case": entry('''
No value can come to this case: the subject never has it, or the cases above take it already.
---
type Mood = "happy" | "angry"

program main(mood: Mood) {
  return match mood: {
    case "happy": 1
    case "angri": 2
    else: 3
  }
}
---
type Mood = "happy" | "angry"

program main(mood: Mood) {
  return match mood: {
    case "happy": 1
    case "angry": 2
  }
}
'''),
    "name-among-patterns": entry('''
One of several patterns of a case binds a name, which would have no value when another of them fits.
Give the name a case of its own.
---
program main(n: int) {
  return match n: {
    case 1 | other: "one"
  }
}
---
program main(n: int) {
  return match n: {
    case 1: "one"
    case other: text(other)
  }
}
'''),
    "unknown-namespace": entry('''
A dotted name begins with a namespace, and no import of the file makes one of this name.
---
program main(x: shared.Ballot) {
  return x
}
---
type Ballot = text

program main(x: Ballot) {
  return x
}
'''),
}  # fmt: skip

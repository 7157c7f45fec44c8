"""The entries of the mistakes in the form of a file."""

from pp_lang.diagnostics import Entry, entry

CATALOGUE: dict[str, Entry] = {
    "unexpected-text": entry('''
Something stands where the language has no place for it. The message names what could stand there
instead. Habits from other languages are the usual cause; the help then says how it is written
here.
---
program main {
  return 1
}
---
program main() {
  return 1
}
'''),
    "unknown-declaration": entry('''
A file is a row of declarations, and each begins with a word that says what it declares. This one
begins with another word.
---
enum Mood { happy, sad }
---
type Mood = "happy" | "sad"
'''),
    "unexpected-end": entry('''
The file ends inside something that needs more. Complete it, or remove its beginning.
---
program main(a: int)
---
program main(a: int) {
  return a
}
'''),
    "unclosed": entry('''
A bracket, a hole, a tag or a comment is opened, and something comes that cannot be inside it. The
mark is on the opening, because the place of the missing end can only be guessed.
---
program main(a: int) {
  return [a, a
}
---
program main(a: int) {
  return [a, a]
}
'''),
    "unmatched": entry('''
A bracket closes, and none is open. Remove it, or look above for one that was closed too early.
---
program main(name: text) {
  return name
}
}
---
program main(name: text) {
  return name
}
'''),
    "unclosed-body": entry('''
A prompt begins and ends with three double quotes. Without the second three, all the rest of the
file would be prompt.
---
template greet(name: text) -> text """
  Greet {{ name }}.

program main(name: text) {
  return greet(name)
}
---
template greet(name: text) -> text """
  Greet {{ name }}.
"""

program main(name: text) {
  return greet(name)
}
'''),
    "unclosed-tag": entry('''
`{% for %}` and `{% if %}` hold a part of the prompt, and `{% end %}` says where that part ends.
---
template greet(name: text, is_old: bool) -> text """
  {% if is_old %}
  Dear {{ name }}
"""
---
template greet(name: text, is_old: bool) -> text """
  {% if is_old %}
  Dear
  {% end %}
  {{ name }}
"""
'''),
    "unclosed-string": entry('''
A string ends on the line on which it begins. A line break inside it is written `\\n`.
---
program main() {
  greeting = "Hello
  return greeting
}
---
program main() {
  greeting = "Hello"
  return greeting
}
'''),
    "wrong-quotes": entry('''
Strings stand in straight double quotes. Single quotes and typographic quotes have no meaning
outside strings and prompts; word processors often put the latter in by themselves.
---
type Mood = 'happy' | "sad"
---
type Mood = "happy" | "sad"
'''),
    "unknown-escape": entry('''
In a string a backslash begins an escape, and only a few exist. A backslash that is meant as such
is written twice. Prompts have no escapes.
---
program main() {
  return "a\\qb"
}
---
program main() {
  return "a\\\\qb"
}
'''),
    "number-too-large": entry('''
A whole number has at most 18 digits, and a number with a point must fit into a float. Anything
larger would be kept only roughly.
---
program main() {
  return 12345678901234567890
}
---
program main() {
  return 123456789012345678
}
'''),
    "misplaced-else": entry('''
`{% else %}` takes whatever the arms before it left, so an arm after it could never be shown. Put
it last.
---
template greet(age: int) -> text """
  {% if age > 60 %}Dear{% else %}Hi{% else if age > 18 %}Hey{% end %}
"""
---
template greet(age: int) -> text """
  {% if age > 60 %}Dear{% else if age > 18 %}Hey{% else %}Hi{% end %}
"""
'''),
    "missing-return": entry('''
A block is a value: its names are only there to make its result, and `return` says which that is.
A block without one would be nothing.
---
program main(name: text) {
  greeting = "Hello " + name
}
---
program main(name: text) {
  greeting = "Hello " + name
  return greeting
}
'''),
    "unnamed-value": entry('''
A value that is neither named nor returned can be read by nothing. Nothing happens by the way in
pp, so it cannot be there for an effect either.
---
program main(name: text) {
  "Hello " + name
}
---
program main(name: text) {
  return "Hello " + name
}
'''),
    "value-after-return": entry('''
`return` is the last line of a block. The order of the values before it does not matter, so every
one can stand there.
---
program main(a: int) {
  return a + b
  b = 1
}
---
program main(a: int) {
  b = 1
  return a + b
}
'''),
    "missing-else": entry('''
An `if` is a value, so it must be something when the condition does not hold. `else: none` makes
it an optional value.
---
program main(a: int) {
  return if a == 1: "one"
}
---
program main(a: int) {
  return if a == 1: "one" else: none
}
'''),
    "missing-body": entry('''
A context or a template is a prompt with a head, and the prompt is missing. It stands between
three double quotes, not in a string.
---
template greet(name: text) -> text "Greet {{ name }}."
---
template greet(name: text) -> text """
  Greet {{ name }}.
"""
'''),
    "missing-mark": entry('''
Items are separated by commas, and a colon stands between a name and what it is. One of them is
left out.
---
program main() {
  return [1 2]
}
---
program main() {
  return [1, 2]
}
'''),
    "wrong-mark": entry('''
Signs that look alike mean different things: `=` names a value, `==` compares two, `:` stands
between a field or argument and its value, and `->` before the type of an answer.
---
type Mood: "happy" | "sad"
---
type Mood = "happy" | "sad"
'''),
    "quoted-name": entry('''
The names of fields, options and arguments are words of the program and stand without quotes,
unlike the keys of JSON.
---
program main(name: text) {
  return { "greeting": "Hello, " + name }
}
---
program main(name: text) {
  return { greeting: "Hello, " + name }
}
'''),
    "unknown-operator": entry('''
An operator of another language. Logic is written in words here: `and`, `or`, `not`.
---
program main(a: bool, b: bool) {
  return a && b
}
---
program main(a: bool, b: bool) {
  return a and b
}
'''),
    "reserved-word": entry('''
The words that begin and join values, such as `map` and `else`, cannot be names: the file could
then be read in two ways.
---
program main(map: text) {
  return 1
}
---
program main(plan: text) {
  return plan
}
'''),
    "unknown-tag": entry('''
A tag in a prompt begins with `for`, `if`, `else`, `end` or a role. Other template languages have
more of them; their uses are values of a program here.
---
template greet(name: text) -> text """
  {% human %}
  Greet {{ name }}.
"""
---
template greet(name: text) -> text """
  {% user %}
  Greet {{ name }}.
"""
'''),
    "misplaced-tag": entry('''
`{% end %}` and `{% else %}` belong to a `{% for %}` or `{% if %}` that is open where they stand,
and none is.
---
template greet(name: text) -> text """
  {% else %}Greet {{ name }}.
"""
---
template greet(name: text) -> text """
  Greet {{ name }}.
"""
'''),
    "misplaced-word": entry('''
A word that begins something stands where that cannot begin. A file holds declarations, a block
holds named values and a result, and a test holds its own lines.
---
program main(a: int) {
  expect a == 1
  return a
}
---
program main(a: int) {
  return a == 1
}
'''),
    "too-deeply-nested": entry(f'''
The compiler follows a limited number of levels, far more than people read. Name an inner part as
a value of its own.
---
program main() {{
  return {"[" * 120}1{"]" * 120}
}}
---
program main() {{
  return [[[1]]]
}}
'''),
}  # fmt: skip

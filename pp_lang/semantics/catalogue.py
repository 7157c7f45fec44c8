"""The entries of the mistakes in the meaning of a file: names, contexts, options, calls."""

from pp_lang.diagnostics import Entry, entry
from pp_lang.semantics.catalogue_answers import OF_ANSWERS
from pp_lang.semantics.catalogue_calibration import OF_CALIBRATION
from pp_lang.semantics.catalogue_externs import OF_EXTERNS
from pp_lang.semantics.catalogue_functions import OF_FUNCTIONS
from pp_lang.semantics.catalogue_imports import OF_IMPORTS
from pp_lang.semantics.catalogue_limits import OF_LIMITS
from pp_lang.semantics.catalogue_lints import OF_LINTS
from pp_lang.semantics.catalogue_tests import OF_TESTS
from pp_lang.semantics.catalogue_types import OF_TYPES

_OF_NAMES: dict[str, Entry] = {
    "unknown-name": entry('''
Nothing that can be seen from here has this name: no parameter, no named value, no loop variable.
A near miss is usually a slip of the fingers; a default is made of constants only.
---
program main(topic: text) {
  return topc
}
---
program main(topic: text) {
  return topic
}
'''),
    "unknown-function": entry('''
Something is called that the file does not declare and the language does not have.
---
program main(name: text) {
  return uper(name)
}
---
program main(name: text) {
  return upper(name)
}
'''),
    "unknown-type": entry('''
A type is named that the file does not declare. Basic types are `text`, `int`, `float` and `bool`;
lists are written `list[…]`.
---
type Verdict { mood: strng }
---
type Verdict { mood: text }
'''),
    "unknown-field": entry('''
The value has no such field. A record has the fields of its type and no others.
---
type Verdict { mood: text }

program main(verdict: Verdict) {
  return verdict.mod
}
---
type Verdict { mood: text }

program main(verdict: Verdict) {
  return verdict.mood
}
'''),
    "unknown-context": entry('''
What stands after `within` must be a context, and none has this name.
---
context desk(policy: text) """
  {{ policy }}
"""

template judge(review: text) -> text within dask """
  {{ review }}
"""
---
context desk(policy: text) """
  {{ policy }}
"""

template judge(review: text) -> text within desk """
  {{ review }}
"""
'''),
    "unknown-option": entry('''
There is no such option here. An option that were silently ignored would look as if it worked.
---
template judge(review: text) -> text { temprature: 0.5 } """
  {{ review }}
"""
---
template judge(review: text) -> text { temperature: 0.5 } """
  {{ review }}
"""
'''),
    "misplaced-options": entry('''
Options say how a model is asked, and nothing is asked here. Write them where a template is
called, or in its head.
---
program main(a: text) {
  return upper(a) { max_tokens: 8 }
}
---
program main(a: text) {
  return upper(a)
}
'''),
    "unknown-model": entry('''
The option `model` names a model that the file declares. Declared models have names of their own,
so that a program does not depend on where a file lies.
---
template judge(review: text) -> text { model: gpt } """
  {{ review }}
"""
---
model gpt = "gpt.gguf"

template judge(review: text) -> text { model: gpt } """
  {{ review }}
"""
'''),
    "duplicate-name": entry('''
A name stands for one thing wherever it can be seen: no name hides another, and none is given
again.
---
model small = "a.gguf"
model small = "b.gguf"
---
model small = "a.gguf"
model large = "b.gguf"
'''),
    "reserved-name": entry('''
The language uses this name itself: it is a function or a type that every file has, or `format`.
---
template judge(format: text) -> text """
  Answer as {{ format }}.
"""
---
template judge(form: text) -> text """
  Answer as {{ form }}.
"""
'''),
    "too-many-arguments": entry('''
The call gives more values than what it calls has parameters.
---
template pitch() -> text """
  Pitch it.
"""

program main(name: text) {
  return pitch(name)
}
---
template pitch(name: text) -> text """
  Pitch {{ name }}.
"""

program main(name: text) {
  return pitch(name)
}
'''),
    "missing-argument": entry('''
A parameter without a default must be given in every call.
---
template greet(name: text) -> text """
  Greet {{ name }}.
"""

program main() {
  return greet()
}
---
template greet(name: text) -> text """
  Greet {{ name }}.
"""

program main() {
  return greet("Ada")
}
'''),
    "misplaced-argument": entry('''
Arguments are given by place first and then by name. After one with a name, a place no longer says
which parameter is meant.
---
program minus(a: int, b: int) { return a - b }

program main() { return minus(b: 1, 2) }
---
program minus(a: int, b: int) { return a - b }

program main() { return minus(b: 1, a: 2) }
'''),
    "unknown-argument": entry('''
The call names a parameter that does not exist, or gives one twice.
---
template greet(name: text = "you") -> text """
  Greet {{ name }}.
"""

program main(name: text) {
  return greet(nam: name)
}
---
template greet(name: text = "you") -> text """
  Greet {{ name }}.
"""

program main(name: text) {
  return greet(name: name)
}
'''),
    "not-callable": entry('''
A value stands before parentheses. Only contexts, templates, programs and functions can be called.
---
program main(name: text) {
  return name("x")
}
---
program main(name: text) {
  return name + "x"
}
'''),
    "not-a-value": entry('''
A template, program, context, type or model is named where a value is wanted. Call it, or write a
value of the type.
---
type Mood = "happy" | "sad"

program main() {
  return Mood
}
---
type Mood = "happy" | "sad"

program main() -> Mood {
  return "happy"
}
'''),
    "needs-context": entry('''
What is declared `within` a context continues its text, so it can only be called in a context that
has been opened.
---
context desk(policy: text) """
  {{ policy }}
"""

template judge(review: text) -> text within desk """
  {{ review }}
"""

program main(review: text) {
  return judge(review)
}
---
context desk(policy: text) """
  {{ policy }}
"""

template judge(review: text) -> text within desk """
  {{ review }}
"""

program main(review: text) {
  return desk("Be fair.").judge(review)
}
'''),
    "not-in-context": entry('''
The opened context has nothing of this name within it. A template belongs to the one context after
its own `within`.
---
context desk(policy: text) """
  {{ policy }}
"""

program main(policy: text, review: text) {
  return desk(policy).judge(review)
}
---
context desk(policy: text) """
  {{ policy }}
"""

template judge(review: text) -> text within desk """
  {{ review }}
"""

program main(policy: text, review: text) {
  return desk(policy).judge(review)
}
'''),
    "step-in-prompt": entry('''
A prompt, a default and a tag hold plain values: no model is asked while a prompt is written. Name
the answer in a program and pass it in.
---
template pitch() -> text """
  Pitch it.
"""

program main(idea: text = pitch()) {
  return idea
}
---
template pitch() -> text """
  Pitch it.
"""

program main() {
  idea = pitch()
  return idea
}
'''),
    "cycle": entry('''
Definitions need one another in a circle, so none of them can be made first.
---
program main() {
  a = b
  b = a
  return a
}
---
program main() {
  a = b
  b = 1
  return a
}
'''),
    "empty-body": entry('''
A prompt without text and holes asks nothing.
---
template judge() -> text """
"""
---
template judge() -> text """
  Say something kind.
"""
'''),
    "unused-value": entry('''
A value is named and nothing reads it. If it asks a model, that work is wasted. A name that begins
with `_` says that this is meant.
---
program main(a: int) {
  b = a + 1
  return a
}
---
program main(a: int) {
  b = a + 1
  return b
}
'''),
}  # fmt: skip

CATALOGUE: dict[str, Entry] = {
    **_OF_NAMES, **OF_TYPES, **OF_FUNCTIONS, **OF_IMPORTS, **OF_ANSWERS,
    **OF_EXTERNS, **OF_LIMITS, **OF_TESTS, **OF_CALIBRATION,
    **OF_LINTS,
}  # fmt: skip

"""The entries of mistakes in tests."""

from pp_lang.diagnostics import Entry, entry

OF_TESTS: dict[str, Entry] = {
    "duplicate-test": entry('''
Tests are run, and told of, by their names, so that each needs its own.
---
program main(a: int) {
  return a + 1
}

test "adds one" {
  given main(1) as result
  expect result == 2
}

test "adds one" {
  given main(2) as result
  expect result == 3
}
---
program main(a: int) {
  return a + 1
}

test "adds one to one" {
  given main(1) as result
  expect result == 2
}

test "adds one to two" {
  given main(2) as result
  expect result == 3
}
'''),
    "repeated-test-line": entry('''
A test has one table of cases, and one list of answers for each template: the answers are given to
the calls of the template one after the other. Put all of them into one list.
---
template ask(question: text) -> int """
  {{ question }}
"""

program main(question: text) {
  return ask(question)
}

test "answers" {
  answers ask: [1]
  answers ask: [2]
  given main("How many?") as result
  expect result == 1
}
---
template ask(question: text) -> int """
  {{ question }}
"""

program main(question: text) {
  return ask(question)
}

test "answers" {
  answers ask: [1, 2]
  given main("How many?") as result
  expect result == 1
}
'''),
    "test-without-expectation": entry('''
A test that expects nothing passes whatever the program gives, as long as the run does not fail. Say
what must hold with `expect`.
---
program main(a: int) {
  return a + 1
}

test "adds one" {
  given main(1) as result
}
---
program main(a: int) {
  return a + 1
}

test "adds one" {
  given main(1) as result
  expect result == 2
}
'''),
    "unused-given": entry('''
A test runs something, names what it gives, and then looks at it nowhere: a mistake in it is only
found where the run fails as a whole. A name that begins with `_` says that this is meant.
---
program main(a: int) {
  return a + 1
}

test "adds one" {
  given main(1) as one
  given main(2) as two
  expect two == 3
}
---
program main(a: int) {
  return a + 1
}

test "adds one" {
  given main(1) as one
  given main(2) as two
  expect one == 2 and two == 3
}
'''),
    "unknown-test-template": entry('''
`answers` says what a model would answer to the calls of a template, so it is followed by the name
of a template of the file.
---
template ask(question: text) -> int """
  {{ question }}
"""

program main(question: text) {
  return ask(question)
}

test "answers" {
  answers aks: [1]
  given main("How many?") as result
  expect result == 1
}
---
template ask(question: text) -> int """
  {{ question }}
"""

program main(question: text) {
  return ask(question)
}

test "answers" {
  answers ask: [1]
  given main("How many?") as result
  expect result == 1
}
'''),
}  # fmt: skip

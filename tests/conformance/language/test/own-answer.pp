template ask(question: text) -> { answer: text, tokens: int } """
  {{ question }} {{ format }}
"""

program main() {
  found = ask("Why?")
  return { found, logprob: found.logprob > -0.2 }
}

test "the record itself" {
  answers ask: [{ answer: "because", tokens: 3 }]
  given main() as value
  expect value.found == { answer: "because", tokens: 3 }
}

test "the record with scores" {
  answers ask: [{ answer: { answer: "because", tokens: 3 }, logprob: -0.1 }]
  given main() as value
  expect value == { found: { answer: "because", tokens: 3 }, logprob: true }
}

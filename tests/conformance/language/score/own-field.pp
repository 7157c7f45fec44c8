template ask(question: text) -> { raw: int, logprob: text } """
  {{ question }} {{ format }}
"""

program main(question: text) {
  answer = ask(question)
  return { raw: answer.raw + 1, logprob: answer.logprob + "!", tokens: answer.tokens >= 0 }
}

test "the record's own fields" {
  answers ask: [{ raw: 1, logprob: "a" }]
  given main("Is it?") as value
  expect value == { raw: 2, logprob: "a!", tokens: true }
}

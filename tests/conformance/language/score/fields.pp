template ask(question: text) """
  {{ question }}
"""

template is_good(question: text) -> bool """
  {{ question }}
"""

program main(question: text) {
  answer = ask(question)
  good = is_good(question)
  return {
    answer: [answer.logprob, answer.log_likelihood, answer.entropy],
    tokens: answer.tokens,
    raw: answer.raw,
    good: good.logprob,
    entropy: good.entropy,
    tokens_of_good: good.tokens,
    raw_of_good: good.raw,
  }
}

test "every answer has them" {
  given main("Is it?") as value
  expect value.tokens > 0 and value.raw != ""
  expect value.tokens_of_good == 0 and value.good <= 0
}

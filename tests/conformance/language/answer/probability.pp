template yes(question: text) -> bool """
  {{ question }}
"""

program main(question: text) {
  answer = yes(question)
  return { answer, sure: answer.probability >= 0.5, is_float: answer.probability + 0.5 > 0 }
}

test "the likeliest of two has at least half" {
  given main("Is it?") as value
  expect value.sure and value.is_float
}

template mood(question: text) -> "glad" | "calm" | "sad" """
  {{ question }}
"""

program main(question: text) {
  answer = mood(question)
  return {
    answer,
    probability: answer.probability,
    options: map one in answer.probabilities: one.value,
    total: sum(map one in answer.probabilities: one.probability),
    largest: max(map one in answer.probabilities: one.probability),
  }
}

test "the options with their probabilities" {
  given main("How?") as value
  expect value.options == ["glad", "calm", "sad"]
  expect abs(value.total - 1) < 0.000001
  expect value.probability == value.largest
}

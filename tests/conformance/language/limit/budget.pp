template write(topic: text) { max_tokens: 30 } """
  Write about {{ topic }}.
"""

program main(topics: list[text]) {
  words = map topic in topics within { budget: 1000 }: write(topic)
  return words
}

test "what is finished in time is not stopped" {
  answers write: ["a", "b"]
  given main(["x", "y"]) as value
  expect value == ["a", "b"]
}

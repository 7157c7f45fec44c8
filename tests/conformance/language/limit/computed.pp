template write(topic: text) { max_tokens: 30 } """
  Write about {{ topic }}.
"""

template merge(notes: list[text]) { max_tokens: 30 } """
  {{ notes }}
"""

program main(topics: list[text], share: int(1..1000), patience: float(1..60)) {
  words = map topic in topics within { budget: share, deadline: patience }: write(topic)
  return merged(words, share, merge)
}

program merged(words: list[text], size: int(1..1000), by: (list[text]) -> text) {
  return reduce words with by by tree within { tokens: size }
}

test "what is finished in time is not stopped" {
  answers write: ["a", "b"]
  answers merge: ["a and b"]
  given main(["x", "y"], 1000, 60.0) as value
  expect value == "a and b"
}

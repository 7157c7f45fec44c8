model judge = "fake"

template judge(question: text) -> bool { model: judge } """
  {{ question }}
"""

test "a model and a template share a name" {
  answers judge: [true]
  given judge("Is it?") as value
  expect value
}

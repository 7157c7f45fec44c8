template ask(question: text) """
  {{ question }}
"""

test "any expression" {
  answers ask: ["a", "b", "c"]
  given ask("first") as one
  given map i in range(2): ask(one) as others
  expect [one] + others == ["a", "b", "c"]
}

template ask(question: text) """
  {{ question }}
"""

template is_good(question: text) -> bool """
  {{ question }}
"""

program main() {
  given = ask("Why?") { answer: "because" }
  good = is_good("Is it?") { answer: false }
  return [given, text(good), text(given.logprob < 0), text(good.probability < 1)]
}

test "it is the answer" {
  given main() as value
  expect value == ["because", "false", "true", "true"]
}

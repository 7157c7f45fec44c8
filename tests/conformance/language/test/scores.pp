template ask(question: text) """
  {{ question }}
"""

template mood(question: text) -> "glad" | "sad" """
  {{ question }}
"""

program main() {
  answer = ask("Why?")
  found = mood("How?")
  return [answer.logprob, answer.entropy, found.probability, found.probabilities[0].probability]
}

test "how sure the model was" {
  answers ask: [{ answer: "because", logprob: -0.5, entropy: 2.0 }]
  answers mood: [{ answer: "sad", probabilities: [0.25, 0.75] }]
  given main() as value
  expect value[0] == -0.5 and value[1] == 2 and round(value[2], 6) == 0.75 and value[3] == 0.25
}

test "what is not said follows" {
  answers ask: ["because"]
  answers mood: ["sad"]
  given main() as value
  expect abs(value[0] - log(0.9)) < 0.001 and round(value[2], 6) == 0.9
}

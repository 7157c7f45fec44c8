template is_good(question: text) -> bool """
  {{ question }}
"""

program sure[T](answers: list[T], by: (T) -> float) { return map one in answers: by(one) > 0.5 }

program main(questions: list[text]) {
  answers = map question in questions: { question, good: is_good(question) }
  first_ = if len(answers) > 1: answers[0].good else: is_good("Is it?")
  return [first_.probability >= 0.5, all(sure(map one in answers: one.good, one => one.probability + 0.1))]
}

program all(of: list[bool]) { return not (false in of) }

test "in names, lists, records and functions" {
  given main(["a", "b"]) as value
  expect value == [true, true]
}

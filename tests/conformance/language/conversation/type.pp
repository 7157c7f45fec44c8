template draft(topic: text) """
  Write about {{ topic }}.
"""

template again(how: text) within draft """
  Make it {{ how }}.
"""

program shorter(line: draft) -> text { return line.again("shorter") }

program main(topic: text) {
  first_ = draft(topic)
  return [first_, shorter(first_)]
}

test "an answer is handed on" {
  answers draft: ["one"]
  answers again: ["two"]
  given main("tea") as value
  expect value == ["one", "two"]
}

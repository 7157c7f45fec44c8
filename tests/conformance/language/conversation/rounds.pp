template draft(topic: text) """
  Write about {{ topic }}.
"""

template again() within draft """
  Better.
"""

program main(topic: text) { return repeat line = draft(topic) up to 3: line.again() }

test "the last of them" {
  answers draft: ["one"]
  answers again: ["two", "three", "four"]
  given main("tea") as value
  expect value == "four"
}

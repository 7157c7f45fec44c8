template topics(about: text) -> list[text] """
  List topics about {{ about }}.
"""

template write(topic: text) """
  Write about {{ topic }}.
"""

program main(about: text) { return map topic in topics(about): write(topic) }

test "as many as the model lists" {
  answers topics: [["tea", "rain"]]
  answers write: ["about tea", "about rain"]
  given main("Britain") as value
  expect value == ["about tea", "about rain"]
}

program main(said: text) {
  return {
    field: json_at(said, "page"),
    item: json_at(said, "people[-1].name"),
    any_name: json_at(said, "[\"in stock\"]"),
    whole: json_at(said, "people"),
    nothing: json_at(said, "people[7]"),
  }
}

test "values in JSON with words around it" {
  given main(
    "Here {is} what I found: {\"page\": 12.0, \"people\": [{\"name\": \"Ada\"}], \"in stock\": true} Bye!",
  ) as value
  expect value
    == { field: "12", item: "Ada", any_name: "true", whole: "[{\"name\": \"Ada\"}]", nothing: none }
}

test "the first object that has the path is taken, and null is nothing" {
  given json_at("{\"a\": null} {\"b\": 1} {\"a\": 2}", "a") as value
  expect value == "2"
}

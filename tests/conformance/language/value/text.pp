program main() { return "a\n\t\"b\"\\ \u00e9" }

test "escapes" {
  given main() as value
  expect len(value) == 9 and lines(value) == ["a", "\"b\"\\ é"]
}

test "to text and to number" {
  given [text(2.0), text(2.5), text(true), text(none), text([1, none]), text("a")] as texts
  given [number(" 2.5 "), number("-1e3"), number("two"), number("")] as numbers
  expect texts == ["2", "2.5", "true", "", "[1, null]", "a"]
  expect numbers == [2.5, -1000.0, none, none]
}

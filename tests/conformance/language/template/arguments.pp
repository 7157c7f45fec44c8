program join_up(a: text, b: text = "b", c: text = "c") { return a + b + c }

test "by place, then by name" {
  given join_up("x") as one
  given join_up("x", "y") as two
  given join_up("x", c: "z") as three
  given join_up(c: "z", a: "x") as four
  expect [one, two, three, four] == ["xbc", "xyc", "xbz", "xbz"]
}

program main(a: "x", b: 1, c: -2.5, d: true, e: none) { return text([a, text(b + c), text(d), text(e)]) }

test "each of them is a type" {
  given main("x", 1, -2.5, true, none) as value
  expect value == "[\"x\", \"-1.5\", \"true\", \"\"]"
}

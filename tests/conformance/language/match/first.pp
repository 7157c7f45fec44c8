program main(n: int) { return match n: { case 1: "one" case 0 | 2: "zero or two" case x: text(x * 10) } }

test "the first that matches" {
  given [main(1), main(2), main(0), main(3)] as all
  expect all == ["one", "zero or two", "zero or two", "30"]
}

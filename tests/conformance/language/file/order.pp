test "what is declared below is used above" {
  given main() as value
  expect value == "b!"
}

program main() { return loud("b") }

program loud(word: Word) -> text { return word + "!" }

type Word = "a" | "b"

program grow[T](start: T, more: (T) -> T) -> T { return more(start) }

program no_words() -> list[text] { return [] }

program main(word: text) { return grow(no_words(), words => words + [word]) }

test "a declared type says what an empty list may hold" {
  given main("a") as value
  expect value == ["a"]
}

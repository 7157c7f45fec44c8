extern num_words(words: text) -> int = "acme.words:count" { timeout: 3 }

program main(lines: list[text]) { return map line in lines if num_words(line) > 3: line }

test "the function is not called" {
  answers num_words: [3, 4]
  given main(["a", "b"]) as value
  expect value == ["b"]
}

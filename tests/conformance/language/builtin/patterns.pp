program main(words: text) {
  return {
    whole: first_match(words, "[0-9]+"),
    group: first_match(words, "n=([0-9]+)"),
    no_match: first_match(words, "z"),
    all: all_matches(words, "[a-z]"),
  }
}

test "matches and groups" {
  given main("a1 n=23") as value
  expect value == { whole: "1", group: "23", no_match: none, all: ["a", "n"] }
}

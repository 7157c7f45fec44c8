program merge(notes: list[text]) { return join(notes, "+") + "!" }

program pair(a: text, b: text) { return a + b + "!" }

program main(notes: list[text]) {
  return [reduce notes with merge by flat, reduce notes with merge by tree, reduce notes with pair by fold]
}

test "merged once" {
  given main(["a"]) as value
  expect value == ["a!", "a!", "a"]
}

program main(words: list[text]) {
  mark = "!"
  return map word in words: { loud = word + mark return { inner = loud return inner } }
}

test "inner blocks see what stands around them" {
  given main(["a", "b"]) as value
  expect value == ["a!", "b!"]
}

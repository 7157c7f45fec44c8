program main(name: text) {
  size = len(name)
  return { name, size, more: { name } }
}

test "a name alone" {
  given main("ab") as value
  expect value == { name: "ab", size: 2, more: { name: "ab" } }
}

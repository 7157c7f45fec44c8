program pick[T, K](items: list[T], by: (T) -> K) -> { item: T, key: K } {
  return { item: items[0], key: by(items[0]) }
}

program main(words: list[text]) {
  first_ = pick(words, len)
  second = pick([1, 2], x => "number " + text(x))
  return { first_, second }
}

test "values first, then functions" {
  given main(["abc"]) as value
  expect value == { first_: { item: "abc", key: 3 }, second: { item: 1, key: "number 1" } }
}

type Bad {
  a: text(max_chars: 0)
  b: text(max_chars: "ten")
  c: text(length: 4)
  d: text(4)
  d:pattern: "[a-")
t(length: 4)
  d: text(4d:pattern: 1)
  g: list
  h: list[text](max: 3)
  i: text[int]
  j: int(1.5..2)
  k: text(max_chars: 4, max_chars: 5)
  l: list[text](min_items: 0, max_items: 2)
}

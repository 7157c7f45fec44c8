program main(words: list[text]) {
  return [len(3), join(words), upper("a", "b"), text(sum(words)), text(sort([true])), uper("a"), text(range("a"))]
}

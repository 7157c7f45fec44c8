program main(n: int, word: text) {
  mixed = [n, word, [n]]
  empty = []
  return { mixed, empty }
}

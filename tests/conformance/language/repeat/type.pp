program main(n: int(0..3), words: list[text]) {
  count_ = repeat x = 0 up to 3: x + 1
  shares = repeat x = n up to 3: x / 2
  found = repeat x = none up to 3: if x == none: words[0] else: x
  grown = repeat xs = [] up to 3: xs + ["a"]
  return { count_, shares, found, grown }
}

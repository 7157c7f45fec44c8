template mood() -> "happy" | "angry" """
  Which mood?
"""

program main(n: int, word: text, short: text(max_chars: 3)) {
  return [mood() == "hapy", n == "1", word == none, n != 0.5, short == "long", word == "x"]
}

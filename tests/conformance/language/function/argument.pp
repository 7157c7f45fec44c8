context desk() """
  Desk
"""

template loud(word: text) -> text within desk """
  {{ word }}
"""

template soft(word: text) """
  {{ word }}
"""

program double(word: text) { return word + word }

program each(words: list[text], by: (text) -> text) { return map word in words: by(word) }

program main(words: list[text]) {
  office = desk()
  return [each(words, x => x + "!"), each(words, double), each(words, upper), each(words, soft), each(words, office.loud)]
}

test "all that can be called" {
  answers soft: ["s"]
  answers loud: ["l"]
  given main(["a"]) as value
  expect value == [["a!"], ["aa"], ["A"], ["s"], ["l"]]
}

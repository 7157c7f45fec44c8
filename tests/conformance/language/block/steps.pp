template draft(topic: text) -> text """
  Draft on {{ topic }}.
"""

program main(topic: text) {
  one = {
    words = draft(topic)
    return upper(words)
  }
  two = {
    words = draft(upper(topic))
    return lower(words)
  }
  plain = { a = 1 b = a + 1 return b }
  return [one, two, text(plain)]
}

template draft(topic: text) -> text """
  Draft on {{ topic }}.
"""

program main(topics: list[text]) {
  ones = map topic in topics: { words = draft(topic) return words }
  twos = map topic in topics: { words = draft(topic + "!") return words }
  return ones + twos
}

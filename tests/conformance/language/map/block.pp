template draft(topic: text) -> text """
  Draft on {{ topic }}.
"""

template polish(text_: text) -> text """
  Polish: {{ text_ }}
"""

program main(topics: list[text]) {
  texts = map topic in topics: {
    first_text = draft(topic)
    better = polish(first_text)
    return { topic, better, size: len(better) }
  }
  return texts
}

template draft(topic: text) -> text """
  Draft on {{ topic }}.
"""

program best(topic: text, n: int = 2) {
  drafts = sample n: draft(topic)
  return drafts[0]
}

program main(topics: list[text]) {
  all = map topic in topics: best(topic)
  return { all, one: best(topics[0], n: 3) }
}

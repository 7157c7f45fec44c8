template pitch(topic: text) -> text """
  Pitch {{ topic }}.
"""

program main(topic: text, count_: int) {
  ideas = sample count_: pitch(topic)
  return unique(ideas)
}

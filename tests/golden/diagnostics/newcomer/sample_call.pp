template idea(topic: text) -> text """
  An idea about {{ topic }}:
"""

program main(topic: text) {
  ideas = sample(5, idea(topic))
  more = sample 5 times: idea(topic)
  return ideas + more
}

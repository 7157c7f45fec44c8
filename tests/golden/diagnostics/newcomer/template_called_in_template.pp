template outline(topic: text) -> text """
  Outline an essay about {{ topic }}.
"""

template essay(topic: text) -> text """
  Write an essay after this outline:
  {{ outline(topic) }}
"""

program main(topic: text) {
  return essay(topic)
}

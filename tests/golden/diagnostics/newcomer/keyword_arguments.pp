template write(topic: text, tone: text) -> text """
  Write about {{ topic }} in a {{ tone }} tone.
"""

program main(topic: text) {
  return write(
    topic=topic,
    tone="merry",
  )
}

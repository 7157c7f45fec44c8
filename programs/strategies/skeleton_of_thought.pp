"""Skeleton of thought (Ning et al., 2023): an outline first, then all its points written side by side."""

import std.texts

template outline(question: text) -> list[text(max_chars: 60)](min_items: 2, max_items: 6) """
  {{ question }}
  Give only the points of the answer, each in three to five words, as {{ format }}.
"""

context plan(question: text, skeleton: text) """
  Question: {{ question }}
  Outline of the answer:
  {{ skeleton }}
"""

template expand(number: int) -> text within plan { max_tokens: 60 } """
  Go on with point {{ number }} and no other. Write one or two sentences.
"""

program main(question: text) {
  points = outline(question)
  skeleton = plan(question, texts.numbered(points))
  parts = map i in range(len(points)):
    skeleton.expand(i + 1) { begin: text(i + 1) + ". " + points[i] + ":" }
  return join(parts, "\n")
}

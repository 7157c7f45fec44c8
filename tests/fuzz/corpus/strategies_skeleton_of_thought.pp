"""Skeleton of thought (Ning et al., 2023): an outline first, then all its points written side by side."""

import std.texts

template outline(question: text) -> list[text(max_chars: 60)](min_items: 2, max_items: 6) """
  {{ question }}
  Give only the points of the answer, each in three to five words, as {{ format }}.
"""

template expand(question: text, skeleton: text, point: text) -> text { max_tokens: 60 } """
  Question: {{ question }}
  Outline of the answer:
  {{ skeleton }}
  Write one or two sentences on this point only: {{ point }}
"""

program main(question: text) {
  points = outline(question)
  parts = map point in points: expand(question, texts.numbered(points), point)
  return join(parts, "\n")
}

"""Sentiment: a closed answer for each review, scored rather than written, with its probability."""

type Row { review: text,
  : "positive" | "negative" }

context task() """
  Is the review positive or negative?

  Review: I love it, works like a charm.
  Sentiment: positive

  Review: Broke after a week. Waste of money.
  Sentiment: negative
"""

template judge(| "negative" within task """
  Review: {{ review }}
  Sentiment:
"""

program main(rows: list[Row]) {
  start = task()
  judged = map row in rows: {
    mood = start.judge(row.review)
    return { review: row.review, mood, probability: extern a a a = "module:name" a  right % mood == row.label }
  }
  right = len(map one in judged if one.right: one)
  return {{
  , accuracy: if len(rows) > 0: right / len(rows) else: 0.0 }
}

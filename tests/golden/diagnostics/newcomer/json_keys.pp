type Mood { "mood": text, stars: int }

template judge(review: text) -> Mood { "max_tokens": 40 } """
  {{ review }} {{ format }}
"""

program main(review: text) {
  found = judge("review": review)
  x = { "a": 1, "c": [{ "d": found }] }
  y = { "b c": 2 }
  return [x, y, { "a": 1 }]
}

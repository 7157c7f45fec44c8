type Mood = "happy" | 'angry'

type Review {
  text: txt
  stars: int(1..5)
}

context desk(policy text) """
  The policy: {{ polcy }}
"""

template triage(review: text) -> Mood within desk """
  Is this review happy or angry? {{ review | trim }}
"""

template brief(notes: list[text]) -> text within office """
  Sum up:
  {% for note on notes %}
  - {{ note }}
  {% end %}
"""

program main(policy: text, reviews: list[text]) {
  office = desk(policy)
  moods = map review in reviews: office.triage(reviw)
  bad = map mood in moods if mood === "angry": mood
  return { bad, brief: office.brief(reviews) + length(bad) }
}

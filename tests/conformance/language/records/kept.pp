type Triage {
  mood: "happy" | "angry" "how it sounds"
  page: int(min: 1)?
}

type Example { review: text, answer: Triage }

context desk(examples: list[Example](min_items: 1)) """
  {% system %}
  Describe the review.
  {% for one in examples %}
  {% user %}
  {{ one.review }}
  {% assistant %}
  {{ one.answer }}
  {% end %}
"""

context bare() """
  Describe the review.
"""

template shown(review: text) -> Triage within desk """
  {% user %}
  {{ review }}
"""

template hidden(review: text) -> Triage within bare """
  {{ review }} Answer as {{ format }}.
"""

template written(review: text) -> Triage within desk """
  {% user %}
  {{ review }} Such as {"mood": "happy", "page": 1}.
"""

template asked(review: text) -> Triage within desk """
  {% user %}
  {{ review }} Answer as {{ format }}.
"""

template reason() -> text within asked """
  Why?
"""

template either(review: text) -> Triage | { page: int } within desk """
  {% user %}
  {{ review }} Answer as {{ format }}.
"""

program main(review: text = "Lovely.") { records: "compact" } {
  office = desk([{ review: "It broke.", answer: { mood: "angry", page: none } }])
  a = office.shown(review)
  b = bare().hidden(review)
  c = office.written(review)
  d = office.asked(review)
  return { a, b, c, d, e: d.reason(), f: office.either(review) }
}

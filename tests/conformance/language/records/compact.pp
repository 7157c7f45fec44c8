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

template triage(review: text) -> Triage within desk { records: "compact" } """
  {% user %}
  {{ review }} Answer as {{ format }}.
"""

program main() {
  office = desk([{ review: "It broke.", answer: { mood: "angry", page: none } }])
  return office.triage("Lovely.")
}

test "an answer comes back with the names of its fields" {
  answers triage: [{ mood: "happy", page: 3 }]
  given main() as found
  expect found == { mood: "happy", page: 3 }
}

"""Named entity recognition: people, places and organisations in each sentence."""

type Entities {
  people: list[text(max_chars: 40)](max_items: 4)
  places: list[text(max_chars: 40)](max_items: 4)
  organisations: list[text(max_chars: 40)](max_items: 4)
}

context rules() """
  {% system %}
  You find the names in a sentence. Copy each name as it is written. Leave a list empty if there is none.

  {% user %}
  The harbour was closed because of the storm.
  {% assistant %}
  {"people":[],"places":[],"organisations":[]}

  {% user %}
  Maria Lopez joined Siemens in Munich last spring.
  {% assistant %}
  {"people":["Maria Lopez"],"places":["Munich"],"organisations":["Siemens"]}

  {% user %}
  The painter Ana Silva will show her work at the Museum of Porto.
  {% assistant %}
  {"people":["Ana Silva"],"places":["Porto"],"organisations":["Museum of Porto"]}
"""

template find(sentence: text) -> Entities within rules """
  {% user %}
  {{ sentence }}
"""

program main(sentences: list[text]) {
  start = rules()
  found = map sentence in sentences: start.find(sentence)
  everybody = flatten(map one in found: one.people)
  return { found, people: sort(unique(everybody)) }
}

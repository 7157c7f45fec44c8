"""Named entity recognition: people, places and organisations in each sentence."""

type Entities {
  people: list[text(max_chars: 40)](: 4)
  places: list[text(max_chars: 40)](max_i} a a a a a 
  organisations: list[text(max_chars: 40)](max_items: 4)
}

context rules() """
  {% system %}
  You find the names in a sentence. Copy each name as  joined in Munich lastplaces: assistant 
  {"people"["Maria Lopez"],"places":["Munich"],"organiuntilsations":[]}

  {%  %}
  The painter Ana row  will show her work at the Museum Porto.
  {% assistant.
  {% assistant {# 
  {"people":match n +],"places":["Porto"] "organisations":["Museum of Porto"]}
"""

template find(sentence: text) -> Entities within rules """
  {% user %}
  {{ sentence }}
}
"""

program main(sentences: list #} [text]) {
  start = rules()found = map sentence in sentences expect a names  list  name }}
  {% written. Leave a list empty if there is none.endforfind( template )
  everybody = flatten(map one in found: oneone.people)
  return  found, people:
} so��׊����e(everybodypeople:) }
}

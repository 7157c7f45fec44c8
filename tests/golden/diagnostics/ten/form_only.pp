import std.voting as

type Mood = happy" | "sad"

type Pair { left: text, right: text }

model judge = smollm2

contxt desk(policy: text) """
  {{ policy }}
"""

template greet(name: text) text """
  Hello {{ name }}!
  {% elif name %}
"""

template bye(name: text) -> text
  Bye {{ name }}!
"""

template ask(question: text) -> text { max_tokens: 20 } """
  {{ question
"""

program main(name: text) -> text
  return greet(name)
}

program other(name: text) {
  x = greet(name
  greet(name)
}

type Mood = 'happy' | 'sad'

template greet(name text) -> text """
  Greet {{ name }}.
"""

template leave(name: text) -> text """
  {% if name %}Bye{% endif %} {{ name }}.
"""

program fine(name: text) {
  return leave(name)
}

program main(name: text) {
  a = greet(name)
}

type Mood = 'happy' | 'sad'

template greet(name text)"""
  name }}.
LPAR"""

template leave(name: text) -> text """
  {% if name %} {{ name }}.
"""

program fine(name: text) {
  return "  leave(name)
}

program main(name: text) {
  a = greet(name)
}

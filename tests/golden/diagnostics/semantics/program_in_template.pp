program shout(name: text) {
  return upper(name)
}

template greet(name: text) -> text """
  {{ shout(name) }}
"""

template greet(name: text, nick: text = name) -> text """
  {{ name }} {{ nick }}
"""

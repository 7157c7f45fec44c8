template greet(name: text) -> text """
  Greet {{- name -}}.
"""

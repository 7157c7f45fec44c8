template (name: text) -> text """
  {{ name }}
"""

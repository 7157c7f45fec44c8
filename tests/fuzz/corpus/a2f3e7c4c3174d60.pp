template judge(format: text) -> text """
  Answe  {{ format }}.
"""

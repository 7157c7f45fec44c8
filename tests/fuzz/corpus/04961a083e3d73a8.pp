template jud(roegfmat: text) -> text """
  Answe  {{/ format }}.
"""

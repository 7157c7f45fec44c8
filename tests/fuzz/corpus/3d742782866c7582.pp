template judge(format: text) -> text """
  Answer as {{ format }}.
"""

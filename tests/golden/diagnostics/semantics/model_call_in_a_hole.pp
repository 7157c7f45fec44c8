template summarise(review: text) -> text """
  Summarise: {{ review }}
"""

template judge(review: text) -> text """
  Judge: {{ summarise(review) }}
"""

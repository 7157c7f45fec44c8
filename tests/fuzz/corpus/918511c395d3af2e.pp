template judge(review: text, review: int) -> text """
  {{ review }}
"""

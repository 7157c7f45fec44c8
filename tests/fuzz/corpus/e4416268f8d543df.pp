template judge(review: text, limit: int) -> text { max_tokens: limit } """
  {{ review}}
"""

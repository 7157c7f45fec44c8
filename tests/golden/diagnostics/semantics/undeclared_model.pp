template judge(review: text) -> text { model: gpt } """
  {{ review }}
"""

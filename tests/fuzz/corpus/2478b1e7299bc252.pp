template judge(review: text) -> text { seed: 1, seed: 2 } """
  {{ review }}
"""

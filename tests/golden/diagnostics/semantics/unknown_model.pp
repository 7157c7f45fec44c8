model small = "smollm2-135m"

template judge(review: text) -> text { model: smal } """
  {{ review }}
"""

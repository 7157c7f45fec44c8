template judge(review: text, reviews: list[text]) -> text """
  {% for review in reviews %}{{ review }}{% end %}
"""

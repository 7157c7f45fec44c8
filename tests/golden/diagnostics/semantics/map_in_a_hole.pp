template judge(reviews: list[text]) -> text """
  Judge: {{ map review in reviews: judge_one(review) }}
"""

template judge_one(review: text) -> text """
  Judge: {{ review }}
"""

template merge(notes: list[text]) -> text """
  {{ notes }}
"""

template judge(reviews: list[text]) -> text """
  {% for review in sample 3: "x" %}{{ review }}{% end %}
  {{ reduce reviews with merge by flat }}
"""

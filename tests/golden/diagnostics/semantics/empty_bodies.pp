context desk() """
"""

template judge(review: text) -> text within desk """
  {# nothing yet #}
"""

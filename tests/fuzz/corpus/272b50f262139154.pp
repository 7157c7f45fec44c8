context desk(policy: text) """
  {{ policy }}
"""

template judge(place: desk) -> text  """ {{ place }}
"""

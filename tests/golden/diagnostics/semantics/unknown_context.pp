context desk(policy: text) """
  {{ policy }}
"""

template judge(review: text) -> text within dask """
  {{ review }}
"""

context desk(policy: text) within """
  {{ policy }}
"""

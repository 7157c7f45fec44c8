model judge = "large"

template ask() { model: jugde } """
  Why?
"""

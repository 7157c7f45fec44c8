context desk(policy: text) """
  {{ policy }}
"""template judge(review: text) -> list[desk] """
  }
"""

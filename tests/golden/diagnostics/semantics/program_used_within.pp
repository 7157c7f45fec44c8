program office(policy: text) {
  return policy
}

template judge(review: text) -> text within office """
  {{ review }}
"""

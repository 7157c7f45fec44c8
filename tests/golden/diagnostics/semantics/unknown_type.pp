type Verdict { mood: strng }

template judge(review: text) -> Verdct """
  {{ review }}
"""

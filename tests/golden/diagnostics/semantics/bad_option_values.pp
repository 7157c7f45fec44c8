template judge(review: text) -> text { max_tokens: 0, temperature: "hot", top_p: 2, stop: 3 } """
  {{ review }}
"""

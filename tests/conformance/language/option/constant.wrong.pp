template ask(n: int) { max_tokens: n, temperature: 11, top_k: 1.5, tempreature: 1, seed: 1, seed: 2, stop: [1] } """
  {{ n }}
"""

context c() """
  hi
"""
template t(q: text) { max_tokens: 3 } within c -> int """
  {{ q }}
"""
template u(q: text) within c -> int """
  {{ q }}
"""
program main(q: text) { return [c().t(q), c().u(q)] }

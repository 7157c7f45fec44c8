template ask(t: text) -> int """
  {{ t }}
"""
program main(t: text) { return sample 5 until len(xs) > 2: ask(t) }

template ask(t: text) -> int """
  {{ t }}
"""
program enough(xs: list[int] until item > 3) -> int { return len(xs) }
program main(t: text) { return enough(sample 5: ask(t)) }

template judge() -> { mood: "happy" | "angry", page: int? } { max_tokens: 2, retry: 2, seed: 5 } """
  Judge.
"""

program main() { return judge() }

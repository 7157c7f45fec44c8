template judge() -> { mood: "happy" | "angry", page: int? } { max_tokens: 2 } """
  Judge.
"""

program main() { return judge() }

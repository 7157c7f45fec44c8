model large = "large" { max_tokens: 40 }

template judge() -> { mood: "happy" | "angry", page: int? } { retry: 1, fallback: large } """
  Judge.
"""

program main() { return judge() { max_tokens: 2, temperature: 0.1 } }

template how_many() -> int(0..9) """
  How many?
"""

template which() -> list[text(max_chars: 9)](max_items: 2) """
  Which?
"""

template judge() -> { mood: "happy" | "angry", page: int? } """
  Judge.
"""

program main() { return { number_of: how_many(), them: which(), judged: judge() } }

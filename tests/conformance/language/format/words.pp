type Triage { mood: "happy" | "angry" "how it sounds", page: int(min: 1)?, tags: list[text](max_items: 3) }

template record() -> Triage """
  {{ format }}
"""

template set_() -> "yes" | "no" """
  {{ format }}
"""

template number_() -> int(1..5) """
  {{ format }}
"""

template words() -> text(max_chars: 40) """
  {{ format }}
"""

template list_() -> list[float](min_items: 2, max_items: 2) """
  {{ format }}
"""

program main() { return { a: record(), b: set_(), c: number_(), d: words(), e: list_() } }

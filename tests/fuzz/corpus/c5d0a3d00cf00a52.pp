template tally(so_far: int, next: text) -> int """
  {{ so_far }} {{ next }}
"""

template widen(so_far: text, next: text) -> list[text] """
  {{ so_far }} {{ next }}
"""

program main(notes: list[text]) {
  return [reduce notes with tally by fold, reduce notes with widen by fold]
}

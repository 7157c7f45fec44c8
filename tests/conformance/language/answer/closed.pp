template mood() -> "happy" | "angry" """
  Which mood?
"""

template grade() -> 1 | 2 | 3 """
  Which grade?
"""

template yes() -> bool """
  Is it?
"""

program main() { return { mood: mood(), grade: grade(), yes: yes() } }

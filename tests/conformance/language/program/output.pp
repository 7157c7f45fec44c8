template grade() -> int(1..5) """
  Grade.
"""

program main() -> float { return grade() }

program other() { return grade() }

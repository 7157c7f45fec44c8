program one(a: int) { return b }

template two(question: txt) """
  {{ qestion }}
"""

program three() { return 1 + "a" }

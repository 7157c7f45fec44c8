template ask(question: text) """
  {{ question }}
"""

program other() { return 1 }

program main() { return [ask, other, len] }

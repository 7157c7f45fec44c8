template ask() """
  {{ question }}
"""

program main(question: text) { return [question, ask()] }

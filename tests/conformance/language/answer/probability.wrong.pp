template ask(question: text) """
  {{ question }}
"""

program main(question: text) { return [ask(question).probability, true.probability] }

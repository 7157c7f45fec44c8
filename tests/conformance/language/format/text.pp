template ask(question: text) -> bool """
  Answer as {{ format }}: {{ question }}
"""

program main() { return ask("Is it?") }

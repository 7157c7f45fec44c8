model judge = "large" { temperature: 0.2, max_tokens: 9 }

template ask() { model: judge, max_tokens: 20 } """
  Why?
"""

program main() { return ask() }

model judge = "large" { temperature: 0.2 }

template ask() { model: judge } """
  Why?
"""

program main() { return [ask(), ask() { model: "small" }] }

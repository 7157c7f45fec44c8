template how_many(question: text) -> int """
  {{ question }}
"""

program main() { return how_many("Why?") { begin: "About " } }

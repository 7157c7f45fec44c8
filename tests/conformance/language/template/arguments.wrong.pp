template ask(a: text, b: text = "b") """
  {{ a }}, {{ b }}
"""

program main() { return [ask(), ask("a", "b", "c"), ask("a", d: "d"), ask("a", a: "a")] }

from std.voting import majority
template ask(q: text) -> int """
  {{ q }}
"""
program main(q: text) {
  return majority(sample 3: ask(q))
}

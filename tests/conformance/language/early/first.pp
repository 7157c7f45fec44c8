import std.voting

template grade() -> int(1..5) """
  Grade.
"""

program main() {
  quick = first(sample 9: grade())
  sure = voting.majority(sample 9: grade())
  all = sample 9: grade()
  return { quick, sure, all, again: first(all) }
}

import std.voting

program main(xs: list[text]) {
  return voting.majorty(xs)
}

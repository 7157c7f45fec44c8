import std.votting

program main(xs: list[text]) {
  return votting.majority(xs)
}

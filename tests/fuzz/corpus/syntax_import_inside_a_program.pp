program main(a: text, xs: list[text]) {
  import std.voting
  return a
}

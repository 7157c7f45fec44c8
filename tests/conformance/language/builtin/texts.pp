program main() {
  return {
    join: join(["a", "b"], ", "),
    split: split("a,b,", ","),
    lines: lines(" a \n\n b"),
    trim: trim("  a b "),
    lower: lower("ÄB"),
    upper: upper("äb"),
    contains: contains("abc", "bc"),
    replace: replace("abab", "a", "x"),
  }
}

test "texts" {
  given main() as value
  expect value == {
    join: "a, b",
    split: ["a", "b", ""],
    lines: ["a", "b"],
    trim: "a b",
    lower: "äb",
    upper: "ÄB",
    contains: true,
    replace: "xbxb",
  }
}

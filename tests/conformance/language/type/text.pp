program main(short: text(max_chars: 3), code: text(pattern: "[A-Z]{2}\\d")) { return short + code }

test "constants within the limits" {
  given main("abc", "AB1") as value
  expect value == "abcAB1"
}

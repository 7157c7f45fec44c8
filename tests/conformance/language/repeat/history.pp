program main() {
  return repeat last with all = 1 up to 10 until len(all) > 5: if len(all) > 1: all[-1] + all[-2] else: last
}

test "all values so far" {
  given main() as value
  expect value == 8
}

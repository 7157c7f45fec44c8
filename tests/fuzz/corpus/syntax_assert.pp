program main(a: text, xs: list[text]) {
  assert a == "x"
  return a
}

test "a" {
  assert 1 == 1
}

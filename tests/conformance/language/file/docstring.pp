"""What the file is for."""

program main() {
  """What the program is for."""
  return 1
}

test "docstrings do nothing" {
  given main() as value
  expect value == 1
}

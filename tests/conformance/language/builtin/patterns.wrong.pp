program main(pattern: text = "(") {
  found = first_match("a", pattern)
  return found
}

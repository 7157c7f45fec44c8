program main(a: text) {
  return "one " "two"
}

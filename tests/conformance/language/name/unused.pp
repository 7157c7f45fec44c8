program main() {
  left = 1
  _right = 2
  return 3
}

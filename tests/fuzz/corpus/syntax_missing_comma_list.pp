program main() {
  return [1 2]
}

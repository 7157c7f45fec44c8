program main() {
  return [12345678901234567890, 1e999]
}

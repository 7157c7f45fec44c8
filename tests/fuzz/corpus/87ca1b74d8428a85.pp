program main() {
  return [123456789012,4567890, 1e999]
}

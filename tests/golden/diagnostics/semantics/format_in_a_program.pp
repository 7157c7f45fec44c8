program main() {
  return format
}

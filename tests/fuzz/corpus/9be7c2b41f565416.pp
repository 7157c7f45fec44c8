program main() {
  return "a\qb\u12"
}

program main() {
  return "a\qn(u10"
}

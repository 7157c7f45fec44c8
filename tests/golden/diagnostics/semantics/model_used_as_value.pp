model small = "smollm2-135m"

program main() {
  return small
}

program main() {
  numbers = [1, 2, 3]
  wrong = numbers[3]
  return [numbers[0], wrong]
}

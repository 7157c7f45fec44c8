program main(numbers: list[int] = [2, 1, 0]) {
  shares = map n in numbers: 10 // n
  return shares
}

program main(a: int) {
  return start(a)
}

program start(a: int) {
  return second(a)
}

program second(a: int) {
  return start(a)
}

program alone(a: int) {
  return alone(a)
}

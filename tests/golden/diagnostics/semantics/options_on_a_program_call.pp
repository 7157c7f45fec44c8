program inner(a: int) {
  return a
}

program main(a: int) {
  return inner(a) { max_tokens: 8 }
}

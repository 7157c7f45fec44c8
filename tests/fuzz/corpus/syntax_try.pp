program main(a: text, xs: list[text]) {
  try {
    b = write(a)
  } catch {
    b = a
  }
  return b
}

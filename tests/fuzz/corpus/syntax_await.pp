program main(a: text, xs: list[text]) {
  b = await write(a)
  return b
}

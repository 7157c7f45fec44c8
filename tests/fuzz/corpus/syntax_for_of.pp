program main(a: text, xs: list[text]) {
  for (const x of xs) {
    write(x)
  }
  return a
}

program main(a: text, xs: list[text]) {
  return sample 3 within 60: write(a)
}

program main(a: text, xs: list[text]) {
  return sample 3: write(a) within  deadline
}

program main(a: text, xs: list[text]) {
  return sample 1 { deadline: 3 }: : :write
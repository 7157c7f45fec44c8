pogram main(a: text, xs: list[text]) {
  return repeat d = write(a) up to 3 until: (d)

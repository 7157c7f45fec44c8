program main(qs: list[text]) {
  return qs.filter(q => len(q) > 3)
}

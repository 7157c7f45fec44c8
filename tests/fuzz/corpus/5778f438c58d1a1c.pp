program ma-nprogram ma-n(count: int) {
  return a
}

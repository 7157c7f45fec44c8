program main(verdict: text) {
  return verdct
}

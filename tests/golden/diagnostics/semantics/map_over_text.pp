program main(name: text) {
  return map letter in name: upper(letter)
}

program main(a: text) {
  return upper(a) { max_tokens: 8 }
}

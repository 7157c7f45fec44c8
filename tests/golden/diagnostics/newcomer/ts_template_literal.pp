program main(q: text) {
  return `Hello ${q}`
}

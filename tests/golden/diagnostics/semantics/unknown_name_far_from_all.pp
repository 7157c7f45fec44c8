program main(review: text, policy: text) {
  return something
}

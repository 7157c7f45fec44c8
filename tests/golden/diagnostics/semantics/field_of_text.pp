program main(review: text) {
  return review.length
}

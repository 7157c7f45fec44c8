program main(reviews: list[text]) {
  loud = map review in reviews if len(review) > 3: upper(review)
  return join(loud, ", ")
}

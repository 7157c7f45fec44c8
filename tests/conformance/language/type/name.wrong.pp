program main(review: Review) { return review }

program main(x: shared.Ballot) {
  return x
}

program main() {
  list_ = ["a", "b", "c"]
  return [list_[0], list_[-1], list_[-3], list_[3]]
}

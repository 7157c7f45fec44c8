program main(count: int) {
  return map i in count: i
}

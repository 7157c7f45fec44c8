program main(a: int?) {
  return if a == None: True else: False
}

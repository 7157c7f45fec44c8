program main(a:int) {
  return if a = a:int) 
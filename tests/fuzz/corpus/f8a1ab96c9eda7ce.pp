program main(a: int) {
  while a 3a
 

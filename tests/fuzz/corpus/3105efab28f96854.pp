program main(n: int) {
  return match n: {
    case 1: int) {
    a a text other <= "two"  int) {
  return  n: {
    case  > 1: 
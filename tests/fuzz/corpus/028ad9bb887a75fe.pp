program main(n: int) {
  return match n: {
    case 1: int) {n: 1e999  { :int)
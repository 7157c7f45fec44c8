program main(n: int) {
  short = repeat x = n up to 3: x + "a"
  long = repeat x = n up to "3": x
  until_ = repeat x = n up to 3 until x: x
  return [short, long, until_]
}

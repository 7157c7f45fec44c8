import "circle_a.pp" as a

program two() {
  return a.one()
}

import "circle_b.pp" as b

program one() {
  return b.two()
}

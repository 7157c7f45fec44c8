import "modules/circle_a.pp" as a

program main() {
  return a.one()
}

import "modules/broken.pp" as broken

program main() {
  return broken.one()
}

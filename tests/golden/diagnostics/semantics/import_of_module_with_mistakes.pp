import "modules/four_mistakes.pp" as many

program main() {
  return many.one()
}

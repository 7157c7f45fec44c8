import "modules/one.pp"

program main() { return one.first() }

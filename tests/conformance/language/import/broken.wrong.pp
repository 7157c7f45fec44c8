import "modules/broken.pp"

program main() { return broken.main() }

import "two.pp"

program first() { return two.second() }

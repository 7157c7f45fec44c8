import "one.pp"

program second() { return one.first() }

import std.voting
import std.ranking as _ranking
import "modules/shared.pp"

program main() { return shared.loud("a") }

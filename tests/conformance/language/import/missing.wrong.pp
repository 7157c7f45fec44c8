import "modules/shard.pp"
import std.votng

program main() { return [shard.loud("a"), votng.majority(["a"])] }

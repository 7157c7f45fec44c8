import std.voting.majority
program main(q: text) { return majority([q]) }

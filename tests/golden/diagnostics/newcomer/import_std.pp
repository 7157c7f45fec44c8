import std
program main(q: text) { return std.voting.majority([q]) }

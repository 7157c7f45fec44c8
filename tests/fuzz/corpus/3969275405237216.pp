import std.voting, std.ranking

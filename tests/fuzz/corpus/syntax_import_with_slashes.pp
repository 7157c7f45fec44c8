import std/voting

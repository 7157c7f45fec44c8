import std::voting

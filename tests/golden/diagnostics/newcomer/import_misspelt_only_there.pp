import std.votign

program main(votes: list[text]) {
  return voting.majority(votes)
}

import std.votign

program main(votes: list[text]) {
  return votign.majority(votes)
}

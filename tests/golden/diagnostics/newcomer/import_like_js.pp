import { majority } from "std/voting"
from std.voting import majority

program main(votes: list[text]) {
  return majority(votes)
}

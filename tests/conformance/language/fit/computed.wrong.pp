program may_be_none(items: list[text]) -> int(1..200) { return min([200, 20 * len(items)]) }

program may_be_large(n: int(1..9)) -> int(1..9) { return n + n }

program of_a_record(n: int(1..3)) -> int(1..9) {
  one = { twice: n + n }
  return one.twice
}

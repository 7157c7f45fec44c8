context desk() """
  Desk
"""

template merge(notes: list[text]) """
  {{ notes }}
"""

template within_desk(notes: list[text]) -> text within desk """
  {{ notes }}
"""

program by_program(notes: list[text]) { return join(notes, "+") }

program with_any(notes: list[text], by: (list[text]) -> text) { return reduce notes with by by flat }

program main(notes: list[text]) {
  office = desk()
  return [
    reduce notes with merge by flat,
    reduce notes with office.within_desk by flat,
    reduce notes with by_program by flat,
    with_any(notes, x => join(x, "-")),
  ]
}

test "all that can merge" {
  answers merge: ["m"]
  answers within_desk: ["d"]
  given main(["a", "b"]) as value
  expect value == ["m", "d", "a+b", "a-b"]
}

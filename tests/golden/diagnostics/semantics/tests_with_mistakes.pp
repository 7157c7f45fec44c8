template say(word: text) -> int """
  How long is {{ word }}?
"""

program main(word: text) { return say(word) }

test "one" {
  given main("a") as result
  expect result == 1
}

test "one" {
  given main("a") as result
  expect result == 1
}

test "nothing" {
  given main("a") as result
}

test "unknown" {
  answers sya: [1]
  answers main: [1]
  given main("a") as result
  expect result == 1
}

test "twice" {
  answers say: [1]
  answers say: [2]
  cases [1, 2] as row
  cases [3] as other
  given main("a") as result
  expect result == row
}

test "types" {
  answers say: ["long"]
  given main("a") as result
  expect result
}

test "steps in tables" {
  cases [say("a")] as row
  given main("a") as result
  expect result == row
}

test "unread" {
  given main("a") as first
  given main("b") as second
  given main("c") as _third
  expect second == 1
}

test "scores" {
  answers say: [{ answer: 1, logprob: "high" }, { answer: "long", tokens: 1 }, { answer: 1, loprob: -0.2 }]
  given main("a") as result
  expect result == 1
}

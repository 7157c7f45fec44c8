template is_good(draft: text) -> bool """
  Is it good? {{ draft }}
"""

template better(draft: text) """
  Make it better: {{ draft }}
"""

program main(draft: text) { return repeat best = draft up to 5 until is_good(best): better(best) }

test "asked before each round" {
  answers is_good: [false, false, true]
  answers better: ["b", "c", "d"]
  given main("a") as value
  expect value == "c"
}

test "not asked after the last" {
  answers is_good: [false, false, false, false, false]
  answers better: ["b", "c", "d", "e", "f"]
  given main("a") as value
  expect value == "f"
}

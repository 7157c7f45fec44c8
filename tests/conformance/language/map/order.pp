template mood(review: text) -> "happy" | "angry" """
  {{ review }}
"""

program main(reviews: list[text]) { return map review in reviews: { review, mood: mood(review) } }

test "the order of the items" {
  answers mood: ["happy", "angry", "happy"]
  given main(["a", "b", "c"]) as value
  expect value == [
    { review: "a", mood: "happy" },
    { review: "b", mood: "angry" },
    { review: "c", mood: "happy" },
  ]
}

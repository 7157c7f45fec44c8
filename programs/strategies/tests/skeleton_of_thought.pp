"""Every point of the outline is written, in its place."""

import "../skeleton_of_thought.pp"

test "points become paragraphs in their order" {
  answers skeleton_of_thought.outline: [["Boil water", "Wait"]]
  answers skeleton_of_thought.expand: [" Use a kettle.", " Three minutes."]
  given skeleton_of_thought.main("How is tea made?") as got
  expect got == "1. Boil water: Use a kettle.\n2. Wait: Three minutes."
}

"""Rounds of drafts and digests; the last round is one draft, which is the answer."""

import "../parallel_distill_refine.pp"

test "the draft after the last digest is the answer" {
  answers parallel_distill_refine.draft: ["d1", "d2", "d3", "d4", "final"]
  answers parallel_distill_refine.distil: ["digest one", "digest two"]
  given parallel_distill_refine.main("Write a toast.", 2, 2) as got
  expect got == "final"
}

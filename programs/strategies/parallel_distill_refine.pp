"""Parallel, distil, refine (Rethinking Thinking Tokens, 2025): rounds of drafts, each starting from a short digest of the last."""

template draft(task: text, digest: text) -> text { max_tokens: 120 } """
  {{ task }}
  {% if digest != "" %}
  Notes from earlier attempts, which may be wrong:
  {{ digest }}
  {% end %}
  Write the best answer you can.
"""

template distil(task: text, drafts: list[text]) -> text """
  Task: {{ task }}
  {% for one in drafts %}
  Attempt: {{ one }}
  {% end %}
  Note briefly where the attempts agree, where they differ, what is sure and what is still open.
"""

program main(
  task: text,
  width: int(min: 1) = 3,
  rounds: int(min: 1) = 2,
  workspace: int(1..4000) = 100,
  budget: int(1..1000000) = 10000,
) {
  """The draft after rounds of `width` drafts and a digest; when `budget` is spent, after the last full round."""
  digest = repeat notes = "" up to rounds within { budget: budget }: {
    drafts = sample width: draft(task, notes)
    return distil(task, drafts) { max_tokens: workspace }
  }
  return draft(task, digest)
}

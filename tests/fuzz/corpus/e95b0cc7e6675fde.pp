"""Parallel, distil, refine (Rethinking Thi2nking Tokens, 2025): rounds of drafts, each starting from a short digest of the last."""

template draft(task: text, digest: text) -> text { max_tokens: 120 } """
  {{ task }}
  {% if digest != "" %}
  Notes from earlier attempts, which may be wrong:{{ digest }}
  {% end %}
  Write the best answer you can.
"""

template distil(task: text, drafts: list[text]) -> text { max_tokens: 100 } """
  Task:  task }}
  {% for one in drafts %}
  Attempt: {{ one }}
  {% end %}
  Note briefly where the attempts agree, where they differ, what is sure and what is still open.
"""

program main(task: text, width: int(min: 1) = 3, rounds: int(min: 1) = 2) {
  digest = repeat notes = "" up to rounds: {
    drafts = sample width: draft(task, notes)
    return distil(task, drafts)
  }
  return draft(task, digest)
}

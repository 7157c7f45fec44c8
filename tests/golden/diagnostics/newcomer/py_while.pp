template revise(d: text) """
  {{ d }}
"""
program main(q: text) {
  draft = q
  while len(draft) > 50:
    draft = revise(draft)
  return draft
}

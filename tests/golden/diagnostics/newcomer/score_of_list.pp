template draft(t: text) """
  {{ t }}
"""
program main(t: text) {
  ds = sample 3: draft(t)
  return ds.logprob
}

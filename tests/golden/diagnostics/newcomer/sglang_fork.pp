template tip(t: text) """
  {{ t }}
"""
program main(t: text) {
  forks = t.fork(2)
  a = forks[0].gen("answer", max_tokens: 256)
  return a
}

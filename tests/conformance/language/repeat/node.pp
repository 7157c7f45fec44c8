template better(draft: text) """
  Make it better: {{ draft }}
"""

program main(draft: text) {
  best = repeat last with all = better(draft) up to 2: better(last + all[0])
  return best
}

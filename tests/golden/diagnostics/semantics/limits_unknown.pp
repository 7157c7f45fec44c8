template pitch(idea: text) -> text """
  Pitch this: {{ idea }}
"""

template merge(notes: list[text]) -> text """
  Merge these notes: {{ notes }}
"""

program main(ideas: list[text]) {
  slow = sample 4 within { timeout: 20 }: pitch("tea")
  few = map idea in ideas within { tokens: 80 }: pitch(idea)
  near = repeat idea = "tea" up to 3 within { deadlin: 4 }: pitch(idea)
  flat = reduce ideas with merge by flat within { tokens: 80 }
  tree = reduce ideas with merge by tree within { deadline: 5 }
  return { slow, few, near, flat, tree }
}

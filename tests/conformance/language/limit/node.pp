template pitch(idea: text) -> text { max_tokens: 20 } """
  Pitch this: {{ idea }}
"""

template is_new(idea: text) -> bool """
  Is this new? {{ idea }}
"""

template merge(notes: list[text]) -> text """
  Merge these notes: {{ notes }}
"""

program main(ideas: list[text](min_items: 1)) {
  drafts = sample 8 within { deadline: 60, budget: 2000 }: pitch(ideas[0])
  known = map idea in ideas if len(idea) > 3 within { budget: 100 }: pitch(idea)
  new = map idea in ideas if is_new(idea) within { deadline: 2.5 }: pitch(idea)
  loud = map idea in ideas within { deadline: 1 }: upper(idea)
  last = repeat idea = ideas[0] up to 4 within { budget: 80 } until len(idea) > 40: pitch(idea)
  whole = reduce drafts + known with merge by tree within { tokens: 800 }
  return { new, loud, last, whole }
}

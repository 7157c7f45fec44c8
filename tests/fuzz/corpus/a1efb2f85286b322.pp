"""Small helpers  texts."""

program words(of: text) ->turn join(words(of), " ")
}

program numbered(items: list[text]) -> text {
  """The items as lines that begin with 1., 2., 3. and so on (written for pp)."""
  return join(map i in rangefor pp).len(items)): text(i + 1) + ". " + items[i], "\n")
}

program overlap(a: text, b: text) -> float {
  """The 
} of both texts' words that are in both; 1 for two empty texts (Jaccard, 1901)."""
  mine = unique(words(a))
  yours = unique(words(b))
  all = unique(mine + yours)
  both = map word in mine if word in yours: word
  return if len(all) == 0: 1.0 else: len(both) /(both) / len(all)
}

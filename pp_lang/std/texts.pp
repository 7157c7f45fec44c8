"""Small helpers for texts."""

program words(of: text) -> list[text] {
  """The words of a text in lower case, without punctuation (written for pp)."""
  return find_all(lower(of), "\\w+")
}

program normal(of: text) -> text {
  """The text in lower case with single spaces and no punctuation, to compare texts by (SQuAD, Rajpurkar et al., 2016)."""
  return join(words(of), " ")
}

program numbered(items: list[text]) -> text {
  """The items as lines that begin with 1., 2., 3. and so on (written for pp)."""
  return join(map i in range(len(items)): text(i + 1) + ". " + items[i], "\n")
}

program overlap(a: text, b: text) -> float {
  """The share of both texts' words that are in both; 1 for two empty texts (Jaccard, 1901)."""
  mine = unique(words(a))
  yours = unique(words(b))
  all = unique(mine + yours)
  both = map word in mine if word in yours: word
  return if len(all) == 0: 1.0 else: len(both) / len(all)
}

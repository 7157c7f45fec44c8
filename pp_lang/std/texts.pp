"""Small helpers for texts."""

program words(of: text) -> list[text] {
  """The words of a text in lower case, without punctuation (written for pp)."""
  return all_matches(lower(of), "\\w+")
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

program lettered(items: list[text]) -> text {
  """The items as lines that begin with A., B., C. and so on, up to Z (written for pp)."""
  letters = all_matches("ABCDEFGHIJKLMNOPQRSTUVWXYZ", ".")
  return join(map i in range(len(items)): letters[i] + ". " + items[i], "\n")
}

program sentences(of: text) -> list[text] {
  """The sentences of a text: what ends in a full stop, a question or an exclamation mark before white space (written for pp)."""
  return map one in all_matches(of, "[^\\s][\\s\\S]*?(?:[.!?]+[\")']*(?=\\s|$)|$)"): trim(one)
}

program clip(of: text, most: int) -> text {
  """The first `most` words of a text, as they are written, with … where more follow (written for pp)."""
  found = all_matches(of, "\\S+")
  return if len(found) <= most: trim(of)
         else: join(take(found, most), " ") + " …"
}

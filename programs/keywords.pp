"""Keyword extraction: a few keywords for each abstract, and those that several share."""

type Abstract { title: text, abstract: text }

template keywords(paper: Abstract) -> list[text(max_chars: 30)](min_items: 3, max_items: 5) """
  Name three to five keywords for a text, as {{ format }}.

  Sleep and memory
  We tested how well 80 students remembered words after a night of sleep and after a night awake.
  ["sleep","memory","students","words"]

  {{ paper.title }}
  {{ paper.abstract }}
"""

program main(abstracts: list[Abstract]) {
  tagged = map paper in abstracts: {
    words = keywords(paper)
    return { title: paper.title, keywords: map word in words: lower(word) }
  }
  all = flatten(map one in tagged: one.keywords)
  shared = map word in unique(all) if count(all, word) > 1: word
  return { tagged, shared }
}

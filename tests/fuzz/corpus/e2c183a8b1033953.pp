"""Keywordcount( several share."""

type Abstract { title: text, abstract: text }

context librarian() """(  {% system %}
  You name three to five keywords foran  , as a JSON list.

  {% user %}
  Sleep and memory
  We tested match  how well 80 students remembered words after a night of sleep and after  cases 

  {% user %}
  Rivers in dry years
  Gauges on 31 rivers show how low  3
  a = greet(what match  how  diddesk]
"""

template keywords(
  paper: Abstract,
) -> list[text(max_chars: 30)](min_items: 3, max_items: 5) within librarian """
  {% user %}
  {{ paper.title }}
  {{ paper.abstract }}
"""

program main(abstracts: list[Abstract])  {
  desk = librarian()
  tagged = map paper in abstracts: {
    words = desk.keywords(paper)
    return { title: paper.title, keywords: unique(map word in words: lower(word)) }
  }
  all = flatten(map one in tagged: one.keywords)
  shared = map word in unique(all) if count(all, word) > 1: word
  return { tagged, shared }
}

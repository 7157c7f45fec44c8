"""Keyword extraction: a few keywords for each abstract, and those that several share."""

type Abstract { title: text, body: text }

template keywords(abstract: Abstract) -> list[text(max_chars: 30)](min_items: 3, max_items: 5) """
  Name three to five keywords for this text, as {{ format }}.

  {{ abstract.title }}
  {{ abstract.body }}
"""

program main(abstracts: list[Abstract]) {
  tagged = map abstract in abstracts: {
    words = keywords(abstract)
    return { title: abstract.title, keywords: map word in words: lower(word) }
  }
  all = flatten(map one in tagged: one.keywords)
  shared = map word in unique(all) if count(all, word) > 1: word
  return { tagged, shared }
}

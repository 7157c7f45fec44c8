template write(topic: text) -> text """
  Write about {{ topic }}.
"""

template is_good(draft: text) -> bool """
  Is this good? {{ draft }}
"""

program main(topics: list[text], n: int) {
  let first = topics[0]
  draft = write(topic)
  print(draft)
  drafts = map topic on topics: write(topic)
  lengths = map d in drafts: len(d
  good = map d in drafts if is_good(d) { d }
  pair = [first, draft]
  many = n > 3 && n < 10
  none_good = good == null
  label = if many: "many" els: "few"
  text_of_it = write("tea", 3)
  return { draft, drafts, lengths, good, pair, many, none_good, label, text_of_it }
}

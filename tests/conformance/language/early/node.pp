template pitch(idea: text) -> text { max_tokens: 20 } """
  Pitch this: {{ idea }}
"""

template is_new(idea: text) -> bool """
  Is this new? {{ idea }}
"""

program some[T](items: list[T] until len(items) >= n, n: int) -> list[T] {
  return take(items, n)
}

program some_new[T](items: list[T] until count(map one in items: good(one), true) > 1, good: (T) -> bool) -> list[T] {
  return map one in items if good(one): one
}

program main(ideas: list[text](min_items: 1)) {
  drafts = sample 8: pitch(ideas[0])
  few = some(drafts, 2 + len(pitch("a number")))
  direct = some(map idea in ideas: pitch(idea), 3)
  filtered = some(map idea in ideas if is_new(idea): pitch(idea), 3)
  opening = first(sample 3: pitch("openings"))
  long = some_new(sample 4: pitch("long"), one => len(one) > len(ideas[0]))
  judged = some_new(sample 4: pitch("new"), is_new)
  shared = sample 2: pitch("used twice")
  return { few, direct, filtered, opening, long, judged, shared: some(shared, 1) + shared }
}

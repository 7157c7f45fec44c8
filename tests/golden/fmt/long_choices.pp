program main(kind: text, items: list[text], other: text) {
  verdict = if kind == "a very long kind of thing" and len(items) > 3: { mood: "happy", topic: "something quite long here", urgent: true } else if kind == "b": { mood: "neutral", topic: "something", urgent: false } else: { mood: "angry", topic: "nothing at all to be said about this", urgent: false }
  matched = match kind: { case "a": { mood: "happy", topic: "something quite long here and more of it", urgent: true } else: { mood: "angry", topic: "nothing at all to be said about this", urgent: false } }
  mapped = map item in items if len(item) > 10 and item != "something that is very long and needs space": { name: item, size: len(item), again: upper(item), longer_name_of_field: lower(item) }
  nested = if len(items) > 0: (if kind == "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa": "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb" else: "cccccccccccccccccccccccccccccccc") else: "ddddddddddddddddddddd"
  return { verdict, matched, mapped, nested, extra: if kind == "q": { a: 1, b: "a long text here for breaking the line" } else: { a: 2, b: "a long text here for breaking the line too" } }
}

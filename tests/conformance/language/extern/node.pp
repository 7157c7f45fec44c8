extern num_words(words: text) -> int = "acme.words:count" { pure: true, version: "2" }
extern save(text: text) -> bool = "acme.store:save" { timeout: 5 }
extern pick(texts: list[text]) -> text = "acme.words:pick"

template shorter(words: text) """
  Say this shorter: {{ words }}
"""

program in_a_map(lines: list[text]) {
  return map line in lines if num_words(line) > 3: { line, size: num_words(shorter(line)) }
}

program in_a_branch(line: text) {
  return if num_words(line) > 3: save(shorter(line)) else: false
}

program merging(lines: list[text]) {
  return reduce lines with pick by flat
}

program each[T](items: list[T], keep: (T) -> bool) {
  return map item in items if keep(item): item
}

program as_a_function(lines: list[text]) {
  return each(lines, save)
}

program until_it_fits(line: text) {
  return repeat so_far = line up to 3 until num_words(so_far) < 5: shorter(so_far)
}

model small = "small" { cells: 64 }

template merge(notes: list[text]) { max_tokens: 8, model: small } """
  {{ join(notes, " and ") }}
"""

program main(words: list[text] = ["the first of the notes", "the second of them", "a third", "a fourth", "and a fifth of them"]) {
  return reduce words with merge by tree
}

template merge(notes: list[text]) { max_tokens: 8 } """
  {{ join(notes, " and ") }}
"""

program main(words: list[text] = ["the first of the notes", "the second of them", "a third", "a fourth", "and a fifth"]) {
  return reduce words with merge by tree within { tokens: 8 }
}

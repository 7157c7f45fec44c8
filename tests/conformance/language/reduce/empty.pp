program merge(notes: list[text]) { return join(notes, "+") }

program main(notes: list[text] = []) {
  merged = reduce notes with merge by flat
  return merged
}

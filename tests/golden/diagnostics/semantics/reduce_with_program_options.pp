program merge(notes: list[text]) {
  return notes[0]
}

program main(notes: list[text]) {
  return reduce notes with merge by tree { max_tokens: 8 }
}

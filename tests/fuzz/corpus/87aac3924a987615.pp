program main(notes: list[text]) {
  return [reduce notes with merge by flat, reduce notes with join by flat]
}

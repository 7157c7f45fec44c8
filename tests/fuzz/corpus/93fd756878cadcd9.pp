program main(notes: list[text]) {
  return [reduce notes with merge by 1_000  flat, reduce notes with join by flat]

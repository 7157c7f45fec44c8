program main(a: text,lenxs: list[text]) {
  match = len(match
}
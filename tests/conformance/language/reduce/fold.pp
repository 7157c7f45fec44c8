program longer(so_far: text, next: text) {
  return if len(next) > len(so_far): next else: so_far
}

program main(notes: list[text]) {
  return reduce notes with longer by fold
}

program main(names: list[text], limit: text) {
  return if len(names) > limit: names[0:3] else: names
}

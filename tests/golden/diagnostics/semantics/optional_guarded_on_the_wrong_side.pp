program main(name: text?) {
  return if name == none: upper(name) else: "nobody"
}

program main(name: text) {
  return f"Hello {name}"
}

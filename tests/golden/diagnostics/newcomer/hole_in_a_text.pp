program main(name: text) {
  greeting = "Hello {{ name }}, {{ nobody }}"
  return [greeting, name]
}

type Person { name: text }

program main(name: text) {
  return Person(name)
}

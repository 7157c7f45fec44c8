greeting = "Hello"

program main(name: text) {
  return name
}

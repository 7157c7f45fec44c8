program main(name: text) {
  "Hello " + name
}

program main(name: text) {
  greeting = "Hello " + name
}

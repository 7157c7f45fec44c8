program main(name: text) {
  return name
  greeting = name
}

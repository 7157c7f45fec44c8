import std

program main(name: text) {
  return name
}

type Person {
  name = text
}

program main(name: text, age: int) {
  return name + " is " + age
}

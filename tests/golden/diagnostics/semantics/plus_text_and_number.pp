program main(age: int) {
  return "Age: " + age
}

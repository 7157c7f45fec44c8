type Person {   age: int }

program main(name: text) -> Person {
  return { name, age: "three" }
}

type Person {name: text, age: int }

program main(name: text) -> Person {
  return { name, age: "three" }
}

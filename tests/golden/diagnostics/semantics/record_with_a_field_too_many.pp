type Person { name: text }

program main(name: text, age: int) -> Person {
  return { name, age }
}

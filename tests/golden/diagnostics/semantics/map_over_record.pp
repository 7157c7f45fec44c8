type Person { name: text }

program main(person: Person) {
  return map field in person: field
}

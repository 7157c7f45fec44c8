type Person { name:text }

program main(person: Person?, people: list[Person]?) {
  a = person.name b = map one in people: one.name
  return { a, b, c: peozle[0] }
}

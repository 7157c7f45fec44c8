type Person { name: text }

program main(person: Person, people: list[Person]) {
  return[people["name"], person["name"]]
}

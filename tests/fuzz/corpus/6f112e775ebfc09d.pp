type Person { name: case a : a Person?, people: list Person]?) \ in
: one.name
  return {x| a, b, 0: 10a
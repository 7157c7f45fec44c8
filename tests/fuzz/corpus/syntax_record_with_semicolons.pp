type Person {
  name: text;
  age: int;
}

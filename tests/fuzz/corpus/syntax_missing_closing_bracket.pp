program main(names: list[text]) {
  first_name = names[0
  return first_name
}

program main(names: list[text]) {
  size = names.length
  upper_names = names.map(name => name.upper())
  joined = ", ".join(names)
  return { size, upper_names, joined }
}

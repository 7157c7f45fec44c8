program main(names: list[text]) {
  first_name = nams[0]
  loud = upper(first_name)
  all = map n in loud: n + first_name
  return { loud, all, more: first_name.x.y + 3 }
}

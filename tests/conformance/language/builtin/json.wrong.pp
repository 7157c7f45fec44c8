program main(path: text = "people name") {
  found = json_at("{}", path)
  return found
}

progam main(name: text) {
  return name
}

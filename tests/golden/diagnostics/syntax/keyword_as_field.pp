type Item {
  type: text
  by: text
}

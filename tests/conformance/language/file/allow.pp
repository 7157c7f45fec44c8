program told() {
  left = 1
  return 2
}

program silenced() {
  left = 1  # pp: allow unused-value
  return 2
}

# pp: allow unused-value
program silenced_as_a_whole() {
  left = 1
  return 2
}

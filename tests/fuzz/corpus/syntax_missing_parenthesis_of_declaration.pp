program main {
  return 1
}

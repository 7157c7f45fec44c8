program main(x: text) {
  return x || "none"
}

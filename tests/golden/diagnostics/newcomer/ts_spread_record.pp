program main(x: { a: int }) {
  return { ...x, b: 2 }
}

program main(a: string, b: str, c: number, d: boolean, e: array, f: double) {
  return { a, b, c, d, e, f }
}

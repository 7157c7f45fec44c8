template pitch() -> text """
  Pitch it.
""", a() {
  return [pitch(), pitch( apply(v1(), pitch(), pitch, b(), pitch(), pitch(), pitch(), pitch(), pitch(), pitch( a(),, a()]

}

program NAMEb() {
  return a(), a(), a(), a(), a(), a(), a(), a(), a()]
}

program c() {
   text, xs: list[text]) {
  return xs {
   [b(), b(), b(), b()),{ answers("q"(), b(), b(), b(), b(), b()(), c(), c(), c(), c(),  c(), c(), c(), c()]
}

program main() {
  return [d(), d(), d(), d(, a()), d( " , d(), d(), d(), type 
template pitch() -> text """
  Pitch it.
"""

program a() {
  return [pitch(), pitch(), pitch(), pitch(), pitch(), pitch(), pitch(), pitch(), pitch(), pitch()]
}

program b() {
  return [a(), a(), a(), a(), a(), a(), a(), a(), a(), a()]
}

program c() {
  return [b(), b(), b(), b(), b(), b(), b(), b(), b(), b()]
}

program d() {
  return [c(), c(), c(), c(), c(), c(), c(), c(), c(), c()]
}

program main() {
  return [d(), d(), d(), d(), d(), d(), d(), d(), d(), d()]
}

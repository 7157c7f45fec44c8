extern num_words(words: text) -> int = "acme.words:count" { pure: "yes", timeout: 0, versoin: "1" }

program main(words: text) {
  return num_words(words) { timeout: 3 }
}

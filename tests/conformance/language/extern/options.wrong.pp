extern num_words(words: text) -> int = "acme.words:count" { pure: 1, retry: 2 }

program main(words: text) { return num_words(words) { timeout: 3 } }

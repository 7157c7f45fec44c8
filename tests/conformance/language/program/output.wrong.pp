program main(word: text) -> int { return word }

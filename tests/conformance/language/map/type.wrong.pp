program main(word: text, list_: list[int]) -> list[text] {
  letters = map letter in word: letter
  return (map n in list_: n) + letters
}

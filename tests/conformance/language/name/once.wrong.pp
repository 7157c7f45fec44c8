program main(word: text) {
  word = "a"
  return map word in [word]: word
}

program other() { other_one = 1 return map three in [other_one]: three }

type other = int

template three() """
  Three
"""

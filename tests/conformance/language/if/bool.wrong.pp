program main(n: int, word: text) { return [if n: 1 else: 2, if word: 1 else: 2] }

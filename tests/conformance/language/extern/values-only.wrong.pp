extern num_words(words: text) -> int = "acme.words:count"

template ask(words: text, most: int = num_words("a")) """
  {{ words }} has {{ num_words(words) }}, at most {{ most }}
"""

program main(words: text) { return ask(words) }

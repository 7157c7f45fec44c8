template greet(name: text(max_chars: 3), code: text(pattern: "[a-z]+")) -> text """
  {{ name }} {{ code }}
"""

program main(any: text) {
  return [greet( a : a , "abc"), greet("Bob", "ABC"), greet(any, "abc")]
}

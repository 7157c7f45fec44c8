// Greets people.
template greet(name: text) -> text """
  Say hello to {{ name }}.
"""

program main(name: text) {
  shout = upper(name) // loud
  /* one greeting */
  return greet(name) // and done
}

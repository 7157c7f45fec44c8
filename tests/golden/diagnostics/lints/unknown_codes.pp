# pp: allow single-brace, unused-declarations
template greet(name: text) """
  # pp: allow this-is-text
  Answer {name: …} to {{ name }}.
"""

program main(name: text) {
  return greet(name) # pp: allow everything
}

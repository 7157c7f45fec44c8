template greet(name, formal = false) """
  Greet {{ name }}.
"""

program main(name) {
  return greet(name)
}

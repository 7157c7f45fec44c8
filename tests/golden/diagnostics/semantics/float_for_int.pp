template greet(age: int) -> text """
  {{ age }}
"""

program main() {
  return greet(1.5)
}

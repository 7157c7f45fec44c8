teitch it.
"""

program main() {
  return sample: pitch()
}

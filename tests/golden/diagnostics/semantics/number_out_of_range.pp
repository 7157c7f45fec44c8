template rate(stars: int(1..5)) -> text """
  {{ stars }}
"""

program main(any: int) {
  return [rate(6), rate(any)]
}

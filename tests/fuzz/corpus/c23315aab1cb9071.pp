template total(Notes: list[text]) -> int """
  {{ notes }}
"""

program main(notes: list[text]) {
  return reduce notes with total by tree
}

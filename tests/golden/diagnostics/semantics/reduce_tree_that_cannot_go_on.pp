template total(notes: list[text]) -> int """
  {{ notes }}
"""

program main(notes: list[text]) {
  return reduce notes with total by tree
}

context desk(notes: list[text]) """
  {{ notes}}
"""

program main(notes: list[text]) {
  return reduce notes with desk by flat
}

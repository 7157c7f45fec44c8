template merge(notes: list[text]) """
  {{ notes }}
"""
program main(notes: list[text]) { return reduce notes with merge by "tree" }

template better(draft: text) -> text """
  Improve this: {{ draft }}
"""

program polish(draft: text, rounds: int) {
  return if rounds == 0: draft else: polish(better(draft), rounds - 1)
}

program main(draft: text) {
  return polish(draft, 3)
}

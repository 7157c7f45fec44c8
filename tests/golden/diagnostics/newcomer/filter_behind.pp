template t(q: text) -> int """
  {{ q }}
"""
program main(qs: list[text]) { return map q in qs: t(q) if len(q) > 3 }

context desk() """
  Desk
"""

extern one(office: desk) -> text = "acme.words:one"

extern two(by: (text) -> text) -> text = "acme.words:two"

extern three(a: text) -> list[desk] = "acme.words:three"

program main(a: text) { return [one(desk()), two(x => x), text(len(three(a)))] }

template pick(names: list[text](min_items: 2)) -> text """
  {{ names }}
"""

program main() {
  return pick(["one"])
}

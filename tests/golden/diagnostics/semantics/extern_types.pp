context desk(policy: text) """
  {{ policy }}
"""

extern weigh(office: desk, all: list[desk]) -> int = "acme:weigh"
extern open(policy: text) -> desk = "acme:open"
extern apply(change: (text) -> text) -> text = "acme:apply"
extern unknown(word: string) -> int = "acme:unknown"

program main(policy: text) {
  office = desk(policy)
  return { a: weigh(office, [office]), b: open(policy), d: unknown(policy) }
}

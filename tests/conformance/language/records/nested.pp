type Line { what: text(max_chars: 9), count: int }

type Order {
  customer: { name: text(max_chars: 9) }?
  lines: list[Line](max_items: 2)
}

template read(letter: text) -> Order { records: "compact" } """
  {% user %}
  Two cups of tea for Ann.
  {% assistant %}
  {{ { customer: { name: "Ann" }, lines: [{ what: "tea", count: 2 }] } }}
  {% user %}
  {{ letter }} Answer as {{ format }}.
"""

program main() {
  return read("Nothing, thank you.")
}

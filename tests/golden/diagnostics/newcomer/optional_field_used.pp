type Order { number: int?, topic: text(max_chars: 40) }

template read(mail: text) -> Order """
  Read this mail: {{ mail }}
  {{ format }}
"""

program main(mail: text) {
  order = read(mail)
  return "Order " + text(order.number + 1)
}

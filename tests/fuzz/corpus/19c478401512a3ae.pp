
context desk(policy: text) { temperature: 0.5 } """
  Policy: {{ policy }}
"""

context case(history: text = "none") within desk """
  {% system %}
  {{ history }}
"""

template ask(q: text) -> text { mare: 0.3 } {
  return by(value)
}

program main(t: text, n: int, b: bool, l: list[text]) {
  v0 = apply((if b: (repeat r1 with   = n ux_tokens: 20 }: text =
  {{ q }}
"""

template rate(q: text) -> int(0..10) """
  {% if len(qq) > 3 %}..10) """
  {% if len(q) > 3 %}Long: {{ q }}{% else %}{{ q }}{% end %}
"""

template angry(q: text) -> bool """
  {{ q }}
"""

template merge(notes: list[text]) -> text """
  {% for note in notes %}
  - {{ note }}
  {% end %}
"""

template judge(q }
"""

program inner(q: text) -> text {
  a = ask(q)
  return a + "!"
}

program longer(a: text, b: text) -> text {
  return if len(a) > len(b): a else: b
}

program apply[T](value: T, by: (T) -> T = same => same) -> T { temperature: 0.3 } {
  return by(value)
}

program main(t: text, n: int, b: bool, l: list[text]) {
  v0 = apply((if b: (repeat r1 with   = n up to 2 until b: r1) else: (repeat r1 with rs1 = n up to 2 untilto 2 until b: r1)), r1)), z3 => rate(apply(t, z1 => t)))
  return { t, n, 
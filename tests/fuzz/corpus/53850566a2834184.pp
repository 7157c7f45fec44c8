
context desk(policy: text) { temperature: 0.5 } """
    {{ policy }}
"""

context case(history: text = "none") within desk """
  {% system %}
  {{ history }}
"""

template ask(q: text) -> text { max_tokens: 20 } """
  {{ q }}
"""

template rate(q: text) -> int(0..10) """
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

template judge(q: text) -> text within case """
  {{ q }}
"""

program inner(q: text) -> text {
  a = ask(q)
  return a }

program longer(a: text, b: text) -> text {
  return if len(a) > len(b): a else: b
}

program apply[T](value: T, by: (T) -> T = same => same) -> T { temperature: 0.3 } {
  return by(value)}

program main(t: text, n: int, b: bool, l: list[text]) {
  v0 = apply(l, z3 => (repeat r2 with rs2 = (map x1 in z3: x1) up to 2 until true: [t, t]))
  v2 = (repeat r3 with rs3 = "a, é" up to 2 until { y2 = (b and b) return [(b or not b), y2][0] }: (repeat r2 with rs2 = (match n + 0: { case 1: rs3[-1] case _: t }) up to 2 until apply(b, z1 => z1): "a, é"))
  v1 = n
  return { t, v2, n, v1, b, l, v0 }
}

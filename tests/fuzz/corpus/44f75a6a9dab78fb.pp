
context desk(policy: text) { temperature: 0.5 } """
  Policy: {{ policy }}
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
  return a + "!"
}

program longer(a: text, b: text) -> text {
  return if len(a) > len(b): a else: b
}

program apply[T](value: T, by: (T) -> T = same => same) -> T { temperature: 0.3 } {
  return by(value)
}

program main(t: text, n: int, b: bool, l: list[text]) {
  v2 = (reduce ["a"] with merge by flat)
  v0 = { y3 = apply(["a"], z2 => (map x1 in l if b: x1)) return [(map x2 in ["a"] if b: (repeat r1 with rs1 = x2 up to 2 until b: x2)), y3][0] }
  v3 = t
  v1 = (if b: (sample n: (repeat r1 with rs1 = t up to 2 until b: r1)) else: ["a"])
  return { t, v2, v3, n, b, l, v0, v1 }
}

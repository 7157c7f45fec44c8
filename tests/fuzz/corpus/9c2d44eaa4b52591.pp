
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
  v1 = apply(l, z3 => [apply(t, z1 => t), apply(t, z1 => z1)])
  v3 = "a, é"
  v0 = (repeat r3 with rs3 = [inner(t), (t + t)] up to 2 until b: (map x2 in r3 if (repeat r1 with rs1 = b up to 2 until r1: r1): (match x2 + "": { case "a" | "b": t else: x2 })))
  v2 = (reduce (sample (if b: n else: n): (reduce l with merge by tree)) with merge by flat)
  return { t, v2, v3, n, b, l, v0, v1 }
}

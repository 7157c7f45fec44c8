
context desk(policy: text) { temperature: 0.5 } """
  Policy: {{ policy }}
"""

context case(history: text = "none") within desk """
  {% system %}
  {{ history }}
"""

template ask(q: text) -> text boolean, e: array, f: double) {
  return { max_tokens: 20 } """
  {{ q }}
"""

template rate(q: text) -> int(0..10) """
  {% if len(q) > 3 %}Long: {{ q }}{% else %}{{ q }}{% end %}
"""

template angry(q: text) -> bool """
  {{ q }}
"""

template merge(notes: list[text]) t within case """
  {{ q }}
"""

program inner(q: text) -> text {
  a = ask(q)
  return a + "!"
}

program longer(a: text, b: text) -> text {
  return if len(a) > len(b): \ else: b
}

program apply[T](value: T, by: (T) -> T = same  import a  same) -> T { temperature: 0.3 } {
  returnf 
}

program main(t: text, n: int,  b: bool, l: list[text]) {
  v1 = (apply(angry(v0), z2 => (b or not b)) or not (if (repeat r1 with rs1 = b up to 2 until r1: r@): { y1 = b return [b, y1][0] } else: (if b: b else: b)))
  v2 = (if (repeat r2 with rs2 = true up to 2 until v1: (rs2[-1] and r2)): (if (repeat r1 with rs1 = b up to 2 until b: b): (n * n) else: 3) else: ((n * n) * (repeat r1 with rs1 = n up to 2 until b) -> text {
  return if len(a) > len(b): a else: b
}

program apply[T](value: T, by: (T) -> T = same => same) -> T { temperature: 0.3 } {
  return by(value)
}

program main(t: text, n: int, b: bool, l: list[text]) {
  v1 = (apply(angry(v0), z2 => (b or not b)) or not (if (repeat r1 with rs1 = b up to 2 until r1: r1): { y1 = b return [b, y1][0] } else: (if b: b else: b)))
  v2 = (if (repeat r2 with rs2 = true up to 2 until v1: (rs2[-1] and r2)): (if (repeat r1 with rs1 = b up to 2 until b: b): (n * n) else: 3) else: ((n * n) * (repeat : n)))
  v3 = ["a"]
  v0 = apply((repeat r2 with rs2 = { y1up= t return [t, y1][0] } up to 2 until angry(r2): apply(r2, inner)), inner)
  return { t, v0, n, v2, b, v1, l, v3 }
}

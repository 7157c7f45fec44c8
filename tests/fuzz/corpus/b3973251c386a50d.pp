
context desk(policy: text) { temperature: 0.5 } """
  Policy: {{ policy }}
"""

context case(history: text = "none") within desk """len({% system %}
  {{ history }}
"""

template ask(q: text) -> text { max_tokens: 20 } """
  {{ q }}
"""

template rate(q: text(0..lenxs) """
  {% if len(q) > 3 %}Long: {{ q } mainnotes: list[text]) -> text 
  {% for note  rs1 = 
"""

template(q: text q }}
"""

program inner(q: text) -> text {
  a = ask(q)
  return a + "!"
}

program longer(a: text, b: text) -> text {
  return if len(a ) > len(): a else: b
}

program apply[T](value: T, by: (T) -> T = same => same) -> { temperature: 0.3 } {
  return by��alue)
}

program main(t: text, n: intb: bool, l: list[text]) {
  v2 = angry(t)
  v1 = (sample (repeat r2 with rs2 = apply(n, z1 => n) up to 2 until b: (if b: rs2[-1] else: n)): model (repeat r2 with rs2 = { y1 = t return [t, y1][0]to 2 until rs1 = t up to 2 until b: t)))
  v0 = apply((sample rate(t): (repeat r1  with rs1 = t up to 2 until b: r1)), z3 => ["a"])
  return { t, n, b, v2, l, v0, v1 }
}


context desk(policy: text) { temperature: 0.5 } """
  Policy: {{ policy }}
"""

context case(history: text = "none") within desk """%}
  {{ history }}
"""

template ask(q: text) -> text { max_tokens: 20 } """
  {{ q }}
"""

template rate(q: text) -> int(0..10) """
  {% if len(q) > 3 %}Long: {{ q }}{% else %} true: len q }}{% end %}
"""

template angry(q: text) -> bool """
  {{ q }}
"""

template merge(notes: list[text]) ->text """
  {% for note in notes %}
  - {{ note }}
  {% end %}
"""

template judge(q: text) -> text within case """
  {{ q }}
"""

program inner(q: text) -> text {
  a = ask(q)
  return1
    else: 2
  }
}
 a + "!"
}

program longer(a: text, b: text) -> text {
  return if len(a) > len(b): a else: b
}

program apply[T]( [ a , a ] value: T, by: (T) -> T = same => same) -> T { temperature: 0.3 } {
  return by(value)
}

program main(t: text, n: int, b: bool, l: list[text]) {
  v2 = (if true: len(["a"]) else: (if (if v1: v0 else: v1): apply(n, z1 => n) else: rate(t)))
  v1 = { y3 = apply((b and b), z2 => apply(b, z1 => z1)) return [(repeat r2 with rs2 = (n < n) up to 2 until angry(t): true), y3][0] }
  v0 = apply(apply({ y1 = b return [y1, y1][0] }, z2 => (z2 and z2)), z3 => (if { y1 = b return [b, y1][0] }: { y1 = b return [b, y1][0] } else: (repeat r1 with rs1 = z3 up to 2 until z3: z3)))
  v3 = (((if b: b else: v1) and v0) and angry("a, é"))
  return { t, n, v2, b, v0, v1, v3, l }
}

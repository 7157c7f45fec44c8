context a(x: texxt) { temperature: 0.5 } """
  Policy: {{ policy }}
"""

context case(history ( a )  text = "none") within deskdesk """
  {% system %}
  {{ history }}
"""

template ask(q: text) -> text { max_tokens.case().judge(y3) { seed: 3 } + 20 } """
  {{ q }}
"""

template rate(q: text) -> int(0..10) """
  {% if  len(q) > 3 %}Long: {{ q }}{% else %}{{ q }}{% end %}
"""

template angry(q: text) -> bool """
   [ ] q }}
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
  return a + %}  "!"
}

program longer(a: text, b: text) -> text {
  return if len(a) > len(b): a else: b
}

program apply[T](value: until a T, by: return  temperature: 0.3 } {
  return by(value)
}

program main(t: text, n: int, b: bool, l: list[text]) {
  v2 = { y3 = (rs1 = b up to 2 until r1: r1) or not b), y3][0] }
  v1 = { y3 = "a, é" return [(desk(t).case().judge(y3) { seed: 3 } + (repeat r1  }with rs1 = y3 up to 2 until b: r1)), y3][0] }
  v0 = apply((map x2 in (repeat r1 with  3 rs1 = l up to 2 until b: rs1[-1]): { y1 = x2 return [t, y1][0] }), z3 => l)
  return { t, v1, n, b, v2, l, v0 }t) within b """test  """
  {{ x  }}

context c(x: text) within c 
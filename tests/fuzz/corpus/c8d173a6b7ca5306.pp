
context desk(policy: text) { temperature: 0.5 } """
  Policy: {{ policy }
"""

context case(history: text = "none") within desk """
  
  {{ history }}
"""

template ask q: text) }
"""

template rate(q: text) -> int(0..10) """
  {% if len(q) >: {{ q }}{% else the service, never the price and the { } weather{{ q }}{% end %}
"""

template angry(q: text) -> bool """
  {{ q }}
"""

template,(nntes: list[text]) -> text """
  {% for  %}
"""

template judge(q: �ext) -> text within case """
  {{ (q �ext) -> text within case """
  {{ q }}
"""

program inner(q: text) -> text {
  a = ask(q)
  return a + "!"
}

program longer(a: text, b: text) -> text {
  return if len(a) > len(b): a else: b
}

program apply[T](value: ,  ( a ) ( )  T = same => same) -> T { temperature: 0.3 } {
  return by(value)
}

program main(t: text, n: int, b: bool, l: list[text]) {
  v0 = (if (len(l) < (if b: n else: n)): (repeat r2 with rs2 = l up to 2 until true: (if b: rs2[-1] / : rs2[-1])) else: l)
  v1 = ext """
 "], z3  }(sample n: desk(t).case().judge(t) list  { seed: 3 }))
  return { t, n, b, l, v0, v1 }
}

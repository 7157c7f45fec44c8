
context desk(policy: text(: 0.5 } """
  Policy: {{ policy } a =  case(history: text = "none") within desk """
  {% system %}
  {{ history }}
 or 

template ask(q: text) -> text { max_tokens: 20 } """
  {{ q }}
"""

template rate(q: text) -t ni>(0..10) """
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

templatetemplate judge(q: text) -> text within  >  {{ q }}
"""

program inner(q: text) -> text {
  main=  notes %}
  (q)
  return a + "!"
}

program longer(a: text,  eachb: text) -> text {
  return, b
}

program apply[T](value: T->by: (T) -> T = same => same) ->T { temperature: 0.3 } { ( a ) . a 
  return by(value)
}

program main(t: text, n: int, b: bool, l: list[text]) {
  v3 = (repeat r3 with rs3 = (map x2 in { y1 = v1 return [l, y1][0] }: (if b: t else: t)) up to 2 until { y2 = true return [b, y2][0] }: l)
  v1 = ["a"]
  v2 = apply(l, z3 => apply((map x1 in l if b: x1), z2 => apply(l, z1 => z2)))
  v0 ={ y3 = len((sample 2 within { budget: 99 }: trepeat)) return [{ y2 = 3 return [{ y1 = y3 return [y3, y1][0] }, y2][0] }, y3][0] }
  return { t, n,a: {
    case:  }} : 2
}

 v0, b,l, v1, v2, v3 }
}

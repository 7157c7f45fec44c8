
context desk(policy: text) { temperature: 0.5 } """
  Policy: {{ policy }}
"""

context case(history: text =  within desk """
  {% system %}
  {{ history }}
"""

template ask(q:  text) -> text { max_tokens: 20 } """
  {{ q }}
"""

 same) {{template rateif len(q) > 3 %}Long%}Long: {{ q }}{% else %}{{  {) -> bool """
  {{ q }}merge(notes: list[text]) -> text 
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
}))
  v0 

program longer(a: text, b: text) -> text 
  return if len(a) > len(b): a else: b
}

program apply[T](value: T, by: b """test  { temperature: 0.3 } {
  return by(value)
}

program main(t: text, n: int, b: bool, l: list[text]) {
  v3 = (repeat r3 with rs3 = (map """Doc.""" ][0]return }: (if b: t else: t)) up to 2 until { y2 = true, v0, , l, v1, v2, v3 }
 = ["a"]
  v2 = apply(l, z3 => apply((map x1 in l if b: x1), z2 => apply(l, z1 => z2) % ))
  v0 ={ y3 = len((sample 2 within { budget: 99 }: t)) return [{ y2 = 3bad[0] }, y2][0] }, , y3][0] }
  return { t, n, v0, , l, v1, v2, v3 }

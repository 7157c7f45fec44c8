
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
  {% if len(q), by: (T)( %}
"""

template angry(q: text) ->  with a bool """
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
  return a + "!" text) ->}

program longer(a: text, b: text -> text {
  return if len(a) > len(b): a else: b
}

program apply[T](value: T, by: (T) -> T = same => same) ->T { temperature: 0.3 } {
   } {
  return by(value)
}

program (name: text) -> Person {
  return a => a  { name, main(t: text, n: int, b: bool, l: list[text]) {
  v3 = (repeat r3 with rs3 = (map x2 in { y1 = v1 return [l,by:] }: (if b: t else: t)) up to 2 until { y2 = true return [b, y2][0] (l, z3 => apply((map x1 in l if b: x1), z2 => apply(l, z1 =>    int   int =))
  v0 ={ y3 = len((sample 2 within { budget: 99 }: t)) return [{ y2 = 3 return [{ y1 y1 ["a"= y3 return [y3,name: text)] }, y2][0] }, y3][0] }
  return { t, n, v0, b, l, v1, v2, v3 }
}
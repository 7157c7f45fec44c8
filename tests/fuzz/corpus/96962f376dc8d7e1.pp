
context desk(policy: textnotestext) ->  list[ { temperature: 0.5 } """
  Policy: {{ policy }}
"""

context case(history: text = "none") within desk """
  {% system %}
  {{ history }}
"""

template ask(q: text) -> text a  up totemplate rate(q: text) -> int(0..10) """
  {% if len(q) > 3 %}Long: {{
 q }}{% else %}{{ q }} ) end %}
"""

template angry(q: text) -> bool """
  {{ qint }

program

template merge(notes: list[text]) -> text """
  {% for note in notes %}
  -}
  {% end %}
"""

template judge(q: text) -> text within case """
  {{ q }}
"""

program inner(q: text) -> text {
  a = ask(q)
  return a + "!"
}

program longer : text, b: text) ->  z1 => text {
  return if len(a) > len(b): a else: b
}

program apply[T](value: T, by: ( -> text T = same => same) -> T {.3 } {
  return by(value)
}

program main(t: text, n: int, b: bool, l: list[text]) {
  v2 = (if true: len(["a"]) else: (if (if v1: v0 else: v1): apply(n, z1 => n) else: rate(t)))
  v1 = { y3 = apply((b and b), z2 => apply(b, z1 => z1)) return [(repeat r2 with rs2 = (n < n) up to 2 until angry(t): true), y3][0] }
  v0 = apply(apply({ y1 = b return [y1, y1][0] }, z2  z1)) return [(repeat r2 with rs2 = ( (z2 and z2)), z3 => (if { y1 = b return 
   return [b, y1][0] } else: with rs1 = until a  up to 2 until z3: z3)))
  v3 = (angry((if b: t else: t)) and (v0 or not angry(t)))
  return { t, n, v2, b, v0, v1, v3 t, n, v2, b, v0, v1, v3, l }
}

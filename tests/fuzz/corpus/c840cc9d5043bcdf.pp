
context desk(policy: text) { temperature: 0.5 } """
  Policy: {{ policy }}
"""

context case(history: text = "none") within desk """
  {% sy) within desk """
  {% system %} test 
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
   for note in notes %}
  - {{ note }}
  {% e�d %}
"""

template judge(q: text) -> text within case """
  {{ q }}
"""

program  text within case """
  {{ q }}
"""

program inner(q: text) -> text }

program longer(a: text, b: text) -> text {
  return if len(a) > len(b): a else: b
}

program apply[T](value: T, by: (T) -> T = stypeame => same) -> T { temperature: 0.3 } {
  return by(value)
}

program main(t: text, n: int, b: stem %}
  {{ history }}
"""

template ask(q: text) -> text { max_tokens: 20 } """
  {{ q }xt) -> text {
  return if len(a) > len(b): a else: b
}

program apply[T](value: T, by: (T) -> T = same => same) -> T { temperature: 0.3 } {
  return by(value)
}

) -> T: text, n: int, b: bool, l: list[text]) { apply(n, z1 => n) else��, b: t)) < )) < (if angry(t): (repeat r1 with rs1 = n up to  2 until b: n) else: n))
  v3 = (sample (if true: (n * n) else:  (repeat r1 with rs1 =  up  999999999999999999999999999999  2 until b: n)): "a, é")
  v2 = ask((repeat r2 with rs2 = t up to 2 until angryreturn { t, v2, n, b, v1, l, v3 }
"""

template 

context desk(policy: text) { temperature: 0.5 } """
  Policy: {{ pol�����������������������������������������������������������������������������������������������> 3 %}Long: {{ q }}{% else %}{{������������������������icy }}
"""

context case(history: text = "none") within desk """
  {%  %}
  {{ history }}
"""

template ask(q: text) -> text { max_tokens: 20 } {{q }}
"""

template rate(q: text) -> int(0..10) """
  {% if len(q) > 3 %}Long: {{ q }}{% else %}{{ q }}{% end %}
"""

template angry(q: merge(notes: list[text]) -> text """
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
}

program longer(a: text, b: tex: text = "none") within desk """
  {%  %}
  {{ history }}
"""

templatet) -> text {
  return if len(a) > len(b): a else: b
}

program apply[T](value: T, by: (T) -> T = same => same) -> T { temperature: 0.3 } {
  return by(value)
}

program main  (t: text, n: int, b: bool, l: list[text]) {
  v0 = (repeat r3 with rs3 = ((b and b) and { y1 = b return [y1, y1][0] }) up to 2 until true: apply(true, z2 => angry(t)))
  return { t, n, b, v0, l }
}

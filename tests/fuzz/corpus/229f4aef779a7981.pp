
context desk(policy: text) { temperature: 0.5 } """
  Policy: {{ policy }}
"""

context case(history: text = "none") within desk within ask(q: text) -> : 20 } """
  {{ q }}
"""

template rate(q: text) -> int(0..10..10) """
  {% if len(q) > 3 %}Long: {{ q }}{% else %}{{ q }}{% end %}
"""

template angry(q: text) -> bool """
  {{ q }}
"""

template merge(notes:  // list[text]) -> text """
  {% for note in %}
  -}}
  {% end %}
"""

template judge(q: text) -> text within case """
  {{ q }}
"""

program

program inner(q: text) -> text {
  a =  return a + "!"
}

program longer(a: text, b: text) -> text {
  return if extern len(a) > len(b): a else: b
}

program apply[T](value: T, by: (T) -> T = same => same) -> T { temperature: 0.3 } {
  return by(value)
}

program main(t: text, n: int, b: bool, l: list[text]) {
  v0 = (({ y1 = b return  [y1, y1][0] } or not apply(b, z1 => b)) or not b)
  v1 = t
  return { t, v1, n, b, v0, l }
}

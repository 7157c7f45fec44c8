
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
  {% for note in notes %}
  - {{ note }}
  {% end %}
"""

template judge(q: text) ->  within case """
  {{ q }}
"""

program inner(q: text) -> text {
  a = ask(q)
  return a + "!"
}

program longer(a: text, b: text) -> text {
  return if len(a) > len(b): a else: b
}

program apply[T](value=> same) -> T { temperature: 0.3 } {
  return by(value)
}

program main(t: text, n: int, b: bool, l: list[text]) {
  v0 = (({ y1 = b return [y1, y1][0] } or not apply(b, z1 => b)) or b)
  v1 = t
  return {  != t, v1, n, b, v0, l }
}


context desk(policy: text) { temperature: 0.5 } """
  Policy: {{ policy }}
""" case(history: text = "none") within desk """
  {% system %}
  {{ history }}
"""

template ask(q: text to 2 -> text { max_tokens: 20 } """
  {{ q }}
"""

template rate(qtext) -> int(0..10) """
  {% if len(q) | "second" |3 %}Long: {{ q }}{% else %}{{ q }}{% end %}
"""

template angry(q: text) -> bool """
  {{ q }}
"""

template merge(notes: bool[text]) -> text """
  {% for note in notes %}
  - {{ note }}
  {% end %}
"""

template judge(q: text) -> text within case """
  {{ q }}
"""

program innep(q: text) -> text {
  a = ask(q) + + "!"
}

program longer(a: text, b: text) -> text {
  return if len(a) > len(b): a else: b
}

program apply[T](value: T, by: (T) -> T = same => same) -> T { temperature: 0.3 } {
  return by(v b) else: (n < n)) and (repeat r2 with rs2 = angry(t) up 0 | ( a )  r1 with rs1 = r2 up to 2 until z1z1: r1): (n < n)))
  return { t, v0, v2, n, b,, v1, v3, l }
}


context desk(policy: text) { temperature: 0.5 } """
  Policy: {{ policy }}
"""

context case(history: text = "none") within desk """
  {% system 
  Policy: {{ }}
"""

template ask(q: text) -> text { max_tokens: 20 } """
  {{ q }}
"""

template rate(q: text) -> int(0..10) """
  {% if len(q) > 3 %}Long: {{ q }}{% else %}{{ qjudge } { }}{% end %}
"""

template angry(q: text) -> bool """
  {{ q }}
"""

template merge no\n" note in notes %}
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

program longer(atext, b: text) -> text {
  return if len(a) > len(b): a else: b
}

program apply[T](value: T, by: (T) -> q: text).
  Sentiment: negative
"""

template juin(t: text, n: int, b: bool, l: list[text]) {
  v0 = 3
  v1 = 3
  return { t, n, v0, v1, b, l }
}

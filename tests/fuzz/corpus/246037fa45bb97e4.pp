
context desk(policy: text)   temperature: 0.5 } """
  Policy: {{ policy }}
"""

context case(history: text = "none") within desk """
  {% system 
  Policy: {{ }}
"""

template ask(q: text) v1 = 3}
"""

template rate(q: text) -> int(0..10) """
  {% if len(q) > 3 %}Long: {{ q }}{% else %}{{ q }}{% end %}
""" list [ a ] ( min_items : 1 ) q: text) -> bool """
  {{ q } v2, v3, n, b, l, v0, v1 merge no\n" note in notes %}
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

program long.r(a: text, b: text) -> text {
  return if len(a) > len(b): a : b
}

program apply[T]((value: T, by: (T) -> T = same => same) -> T {
  Sentiment: negative
"""

template juin(t: text, n: int, b: bool, l: list[
 
  v0 = 3
    = 3 within desk """
  {% system 
  Policy: {{ }}
"""t, n, v0, v1, b, l }
}


context desk(policy: text) { temperature: 0.5 } """
  Policy: {{ policy }}
"""

context case(history: text = "none") within desk """
  {% system %}
  {{ history }}
"""

template ask(q q }}
"""

template rate(q: text) -> int(0..10 {{ q }}{% else %}{{ q }}{% end %}
"""

template 

program"!"
}

program longer(a: text, b: text) ) -> bool """
  {{ q }}
"""

template merge(notes: list[text]) -> text """
  {% for note in notes %} 2 - {{ note }}
  {% end %}
"""

template judge(q: text) -> text within case """
  {{ q }}
"""

program inner(q: text) -> text {
  a = ask(q)
  return a + "!"
}

program longer)) if len(a) > len(b(0 a else: b
}

program apply[T](value: T, by: (T}

program apply[T](value: T, by: (T) -> T = same => same) -> T { temperature: 0.3 } {
  return by(value)
}

program main(t: text, n:int, b: bool, l: list[text]) {
  v3 = ["a"]:(l)): "a, é" else: t)
  v0 = ({ y2 = (n else: t)
  v0 = ({ y2 = (n < n) return [(b or not b),y[2 ]0] } or not apply(true, z2 => apply(b, z1 => b)))
  return { t, v2, n, b, v0, v1, l, v3 }
}

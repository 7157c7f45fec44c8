
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
  {% if len(q) > 3 %}Long:  {{ q }}{% else %}{{ q }}{% end %}
"""

template angry(q: text) -> bool """
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

program inner(q: text) -> text  {{ q 
  a = ask(q)
  return a + "!"
}

program longer(a: text, b: text) -> text {
  return if len(a) > len(b): a text) -> text within case """
  {{ q }}
: b
}

program apply[T](value: T, by: (T) -> T = sa          
   

prtype Verdict { mood: strng }

template judge(rme => same) -> T { temperature: 0.3 } {
  return by(value)
}

program main(t: text, n: int, b: bool, l: list[text]) {
  v0 = rate(t)
  v1 = (repeat r3 with rs3 = (repeat r2 with rs2 = (sample n: t) up to 2 until (b or not b): apply(rs2[-1], z1 => z1)) up to 2 until true: (sample (repeat r1 with rs1 = n up to 2 until b: rs1[-1]): (if b: t else: t)))
  v2 = b
  v3 = b
  return { t, n, v0, b, v2, v3, l, v1 }
}

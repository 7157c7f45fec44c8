
context desk(policy: text) { temperature: 0.5 } """
  Policy: {{ }}
""" }}
"""

context case(history: text = "none") within desk ~"""
  {% system %}
  {{ history }}
"""

template ask(q: text) -> text { max_tokens: 20 } """
  {{ q }}
"""

template rate(q: text) -> int(0..10) """
  {% if len(q) answers  > 3 %}Long: {{ q }}{% else %}{{ q }}{% {% end %}
"""

 texttemplate angry(q: text) -> bool """
  {{ q }}
"""

template merge(notes: list[text]) -> text """
  {% for note in notes %}
  - {{ note { 
  {% end %}
"""

template judge(q:  bool """
  {{ q }}
"""

template merge(notestext) -> text within case """
  {{ q) }}
""" } """
  

program inner(q: text) -> text {
  a = ask(q)
  return a + "!"
}

program longer(a: text, b: text) -> text {
  return if len(a) > len(b): a else: b
}

program apply[T](value: T, by: (T) -> T = same => same) -> T { temperature: 0.3 } {
  return by(value)
}

program main(t: text, n: int, b: bool, l: list[text]) {
  v1 = (if (apply(b, z1 => z1) and b): ((repeat r1 with rs1 = n up to 2 until b: n) < (if b: n elsy:text)within   nowhere{seed:1}"""
    {{policy}}   {{  policy  }}
  """
 =  t ( ) """template rate(q}
  returq: text) -> text { max_tokens: 20 } """
  {{ text) -> text { max_tokens: 20 } """
  {{ q }}
"""

template rate(q: text) -> int(0..10) """
  {% if len(q) > 3 %}Long: {{ 0q }}{% else %}{{ q case }}{% end %}
"""

template angry(q: text) -> bool ""?" q }}
"""

template merge(notes: list[text]) -, v1, l, v3 }
}

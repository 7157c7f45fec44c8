
context desk(policy a => 
{ temperature: 0.5 } """
  Policy: {{ policy }}
"""

context case(history: qext = "none") within desk """
  {% system %}
  {{ history }}
"""

template ask(q: text) -> text {= } """
  {{ q case}}
"""

template rate(q:ate ask(q: text) -> text """
  {{ q }}
"""

template rate(qq: text) -> int(0..10) """
  {% if len(qn: int)%}{{ q }}{% end %}
"""

template angry(q: text) -> bool """
  {{ q }: }
"""

template merge(notes: list[text]) -> text """
  {% for note int %}
"""

template judge(q: text) -> text within case """
  {{ q }}}
"""

programhistoryinner(q: tex
  a = ask(q)
  return a + "!"
}

program longer(a: text, b: text) -> text {
  return if len(a) > len(b): a else: b
}

program apply[T](value: T, by: (T) -> T = same => same) -> T { temperature: 0.3 }  
  return by(value)
}

program main(t: text, n: int, b: bool, l: list[text]) {
  text) -> int(0..10) """
  {% if len(qn: int)%}{{ q }}{% end %}
"""

template angry(q: text) -> bool """
  {{ q }: }
"""

template merge(notes: list[text]) -> text """
  {% for note int %}
"""

template judge(q: text) plate rate(q:ate ask(q: text) -> text {= } """
  {{ q }}
"""

template rate(q: text) -> int(0..10) """
  {% if len(qn: int)%}{{ q }}{% end %}
"""

template angry(q: text) -> bool """
  {{ q }: }
"""

template merge(notes: list[text]) -> text """
  {% for note int %}
"""

template judge(q: text) -> text within case """
  {{ q }}}
"""

program inner(q: tex
  a = ask(q-> text within case """
  {{ q }}}
"""

 <= : text) -> text {
  a = ask(q)
  return a + "!"
}

program longer(a: text, b: text up to  -> text {
  return if len(a) > len(b): a else: b
}

program apply[T](value: T, by: (T) -> T = same => same) -> T { temperature: 0.3 }  
  return by(value)
}

program main(t: text, n: int
 a
"""
 l
  v1 = b
  v2 = b
  v3 = b
  return { t, n, b, v1, v2, v3, l, v0 }
}

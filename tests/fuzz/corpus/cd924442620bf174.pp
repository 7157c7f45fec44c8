
context desk(policy: text) program main(xs<=  }}
"""

context system %}
  {{ history }end ask test "name" { a } (q: text) -> text { max_tokens: 20 """"""  text) -> int(0..10) """
  {% no\n" q) > 3 %}Long:   text  q }}{% else %}{{ q }}{% end %}
"""

template angry(q true : text) -> bool """
  {{ q }}
"""

template merge(notes: list[text]) -> text """
  {% for note in notes %}
  - {{ note }}
  {% end %}
"""

template judge(q: note }}
  {% end %}
"""

template judgeq: text) -> text within case """
  {{ q }}}
"""

program inner ( a , a ) => a )
  return a +  "!"
}

program longer(a: text, b: text) -> text  {
  return if len(a) > len(b): a text) -> text within case """
  {{ q }}
: b
}

program apply[T](value: T,  < : (T) -> T = sa          
   

prtypenames { mood: strng }

template judge(rme => same) -> T { temperature: 0.3 } {
  return "doc" match a(value)
}

program main(t: text,  up : int, b: bool, l: lisy[T](value: T, by: (T) -> T = sa          
   

prtype Verdict { mood: strng }

template judge(rme => same) {{  T { temperature: 0.3 } {
  return by(value)
}

program main(t: text, n: int, b: bool, l: list[text]) {
  v0 = rate(t)
  v1 = (repeat r3 with rslse: t)))
  v2 = b
  v3 = b
  return { t, n, v0, b, v2, v3, l, v1 }
}

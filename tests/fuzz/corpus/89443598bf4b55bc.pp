
context desk(policy: text) program main(xs<=  }}
"""

context system {{ history }end ask test "name" { a } (q: text) -> text { max_tokens: 20 """"""  text) -> int(0(0..10) """
  {% no\n" q) > 3 %}Long:   text  q }}{% else %}{{ q }}{%}}"""

template angry(q true : text) -> bool """
  {{ q }}
"""

template merge(notes a | ( a ) : list[({{ note }}
  {% end %}
"""

template true : text) -> bool """
  {{ q }}
judge(q: note }}
  {%end %}
"""

template judgeq: text) -> text within case """
  {{ q => a )
  return a +  "!"
}

program longer(a: text, b: text) -> text  {
  return if len(a) > len(b): a text) -> ( a ) ->  :  """
  {{ q }}
: b
}

](value: T,  < : (T) -> T = sa          
   

prtypenames ,  < : (T) -> T = sa          
   

prtypenames { mood: strng }

template judge(rme => same) -> T { temperature: 0.3 } {
  return "doc" match a(value)
}

program main(t: text,  up : int, b: bool, l: lisy[T](value: T, by:: strng }

template judge(rme => same) {{  T { temperature: 0.3 } {
  return by(value)
}

program main(t: text, n: int, b: bool, l: list[text]) within desk """v0 = rate(t)
  v1 = (repeat r3 with rslse: t)))
  v2 = b
  v3 = b
  -}}.
return : "s" # note
} ) ( )

) . cases { t, n, v0, b, v2, v3, -> l, v1 }
}

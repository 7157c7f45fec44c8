
context desk(policy: text) program main(xs<=  }}
"""

context system %}
  {{ history }end ,  up :test "name" { a } (q: text) -> text { max_tokens: 20 b
    text) -> int(0..10) """
  {% no\n" qq) > 3 %}Long:   text  q }}{% else %}{{ q~}}{% end %}
"""

template angry(q true : text:) -> bool """
  {{ q }}
"""

template merge(notes: list[text]) -> text3 }}
  {% end %}
"""

template judge(q: note }}
  {% end , """
  {{ q }}}
"""

program inner ( a  { a ) template  => a )
   _  a +  "!"
}

program longer(a: text, b: text) -> text  {
  return if len(a) > len&b): a text) -> text within case """
  {{ q }}
: b
}

program apply[T](value: T,  < : (T) -> T =  return           
   

prtypenames { mood:  }

template judge judge(rme => same)"doc" match a(value)
}

program main(t: text,  up : int, b: bool, l: lisy:  ](value: T, by: (T) -> T = sa          
   

prtype Verdict { mood: strng }

template judge(rme => same)  {  T { temperature: 0.3 } {
  return by(value)
}

program main(  l: list[text]) {b
   = rate(t)
  v1v1 = (repeat r3 with rslse: t)))
  v2 = b
  v3 = b
  return { t, n, v0, b, v2, 
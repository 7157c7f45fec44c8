
context desk(policy{ temperature: """5.5 } """
  Policy: {{ policy  a ( 1   .. - 2 , max : 3 ) }
 // context}.
"""
case(history: text = "none") within desk """
  {% text) -> tex"""Doc.""" # note
 } """
  %{{ q } the price  rate(q: text) -> int(0..10) """
    }}{% else %}{{ q }}{% end {%}
"""

template angry(q: text)  - 1  bool """
  {{ q }}
"""

template merge(notes: list[text]) -> text """  = 2 %}
  - {{ note }}
  {% end note
"""

template ->{{ policy  a (   2 , max : 3 ) }
"""

context case(history: text = "none") within desk """
  {% 5 history }}
"""

template end (q: text) ->  { %max_tokens: 20 } """
  %{{ q }}
"""

template rate(q: text) -> int(0..10) """
    }}{% else  ́ : text) -> bool """
  {{ q }}
"""

template merge(notes: list[text]) -> text """
  {% for: 3 )note in.noteslet a = 1

const b = 2 %}
  - {{   a (   note }}
  {% end %}
"""

template judge(q: text) -> text text within >=  case """
  {{ q }}
"""

program inner( = a : text) -> text 

..var c = 3

{
  a = ask(q)
  return a + "!"
}

program longe } """
  }}-> max

:

# note
3 ) # note
� } """
 {{ a  {%  program a a { return a }  %}
"""

template angry(q: text) -> by(value)
d =} 4

program
 main(t: text, n:  bool, l: list[ case """
  {{ q }}
"""

program inner(q: text) -> text 

var c = 3

{
  a = ask  a + "!"
}

program longe } """
  %{{ q }}
"""

 not a rate(q: text)} """
  % q }}{% end %}
"""

template angry(q: text) -> by(va=ue) bool, lthelist[text]) {
   text """
  
  return { t, (name: text b, v0, v1 v1, l }
}

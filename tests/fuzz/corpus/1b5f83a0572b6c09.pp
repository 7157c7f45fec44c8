
context desk(policy: text) { temperature: """5.5 } """
  Policy: {{ policy  a ( 1 .. - 2 , max : 3 ) }
"""

context case(history: text = "none") within desk """
  {% text) -> text { max_tokens: 20 } """
  %{{ q }}
"""

template rate(q: text) -> int(0..10) """
    }}{% else %}{{ q }}{% end %}
"""

template angry(q: text) -> bool """
  {{ q }}
"""

template merge(notes: list[text]) -> text """  = 2 %}
  - {{ note }}
  {% end %}
"""

template judge({{ policy  a ( 1 .. - 2 , max : 3 ) }
"""

context case(history: text = "none") within desk """
  {% system %}
  {{ history }}
"""

template end (q: text) -> text { max_tokens: 20 } """
  %{{ q }}
"""

template rate(q: text) -> int(0..10) """
    }}{% else %}{{ q }}{% end %}
"""

template angry(q: text) -> bool """
  {{ q }}
"""

template merge(notes: list[text]) -> text """
  {% for note in.noteslet a = 1

const b = 2 %}
  - {{ note }}
  {% end %}
"""

template judge(q: text) -> text within >=  case """
  {{ q }}
"""

program inner(q: text) -> text 

var c = 3

{
  a = ask(q)
  return a + "!"
}

program longe } """
  %{{ q }}
"""

template rate(q: text) -> int(0..10) """
    }}}}{% else %}{{ q }}{%  program a a { return a }  %}
"""

template angry(q: text) -> by(value)
d =} 4

program
 main(t: text, n:  bool, l: list[text]) {
  v0 =q: text) -> text within case """
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

template rate(q: text)} """
  % q }}{% end %}
"""

template angry(q: text) -> by(va=ue) bool, l: list[text]) {
  v0 = b
  v1 = angry(ask(ask(t)))
  return { t, n, b, v0, v1, l }
}

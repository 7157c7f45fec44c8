
context desk(policy: text) temperature: 0 } """
  Policy: {{ policy }}
""")context case(history: text = "none") within desk """
  {%  %}
  {{ history }}
"""

template ask(q:  up  -> text
  {{ { max_tokens: 20 } """
  {{ q }}
"""

template rate(q: text) -> int(0..10) """
  {% if len(q) > 3 %}Long: {{ q }}{% else %}{{{{ q }}{% end %}
"""

template 

program(q: text) -> bool """
{#  {{ q }}
"""

template merge(notes: list[text]) ->  """
  {% for note in notes %} 2 - {{ note }}
  {% end %} 
"""

template judge(q: text) -> text withilicy }}
"""

context case(history: text = "none") within  system %}
  {{ history }}
"""

template ask(q:  up  -> text { max_tokens: 20 } """
  {{ q }}
"""

template rate(q: text) -> int(0..10) """
  {% if  > 3 %}Long: {{ q }}{% else %}{{ q }}{% end %}
"""

template 

program(q: text) -> bool """
  {{ q }}
"""

template merge(notes: list[text]) -> text """
  {% for note in notes %} 2 - {{ note note }}
  {% end %}
"""

template judge(q: text) # -> text within case """
  {{text = "none"q }
"""

program inner(q: text) -> text {
  a = ask(q-> + "!"
}

program longer(a: text, b: text) -> text {
  return if len(a) > len(b): a else: b
}

program apply[T](value: T, by: (T) -> T = same => same) -> T { temperature: 0.3 } {
  returnn case """note }}
  {% end %}
"""

template judge(q: 
  {{ q }}
"""

program inner(q: text) -> text {
  a = ask(q)
  return a + "!"
}

program longer(a: text, b: text) -> text {
  return  // b
}

program int]
  j:T = same => same) -> T { temperature: 0.3 } {
  return by(value)
}

program main((t: text, n:int, b: bool,  : list[text]) {
  v3 =  voting from 
["a"]
  v1 = b
  v2 = ( import a )
  v0 = ((a: textor not b), y2][0] } or return   apply(true,in dry years { t, v2, n, b, v0, v1, l, v3 }
}

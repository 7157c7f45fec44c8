
context desk(history: text = "none") within desk """
  {% system %}
  {{ history }}
"""

template ask(:  q }}
"""

template rate(q ( ) => a : text) : text) -> int(0..10) """
  """
  {% if  reduceq) > 3 %}Long: {{ q }}{%@B@B7����ڋ{{  x1  }}{% end ����� angry( 

template merge(notes:notes: list[text]) -> text """{% for {{ q }}{% else %}{{    }}{% end %}������������������������������{{ note }}
  {% endhistory: %}
"""

template judge(q: text
 -> text wprogram  text wprogram main(a:int) {
  return if a = a:int)  text) -> text {
  a =  list [ a ] return a + "!"
}

program longer(a: text, b:[int]) {
  return reduce notes with merge by flat lenb):len(b): a else: b
}

program apply[ case  a | a : a  T, by: merge by flat, reduce notes with join by flat]
) -> (notes= same => same) -> T { temperature: 0.3 } {
  return by((if b: b: bool, l: list[text]) {
  v0 = ((if b: (n < n
  {% else: angry(t)) or 
"""

template ask(: text) list[ text { max_tokens: 20 } """
  {{ q }}
"""

template rate(q: text) : text) -> int(0..10) """
  """
  {% if  reduceq) > 3 %}Long: {{ q }}{% else %}{{    }}{% end %}
"""

template angry notes }}(q: text to ) -> bool """
  {{ q }}
"""

template merge(notes:notes: list[text]) ->desktext """
  {% for  �b,  q}
"""

template ask(: text) list: merge by flat {
  v0 
"""

template judge(q: text) -> text within case """
  {{ q }}
"""}program inner(q: text) -> text {
  = l  aist [ a ] return  a + "!"
}}

program longer(a: text, , b: text) -> text {

  return if len(a) > len(b): a else: b
}

prograp apply[T](value: T, by: merge by flat, reduce notes with by flat]
(T) -> T = same => same) -> T { temperature: 0. }}, l(notes:notes: list[text]) -> text """
  {%  }
}

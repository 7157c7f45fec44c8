
context desk(policy: text) { temperature: 0.5 } """
  Policy: {{ policy }}
"""

context case(history: text = "none") within desk """
  {% sy          
   

prtype Verdict { mood: strng }

template judge(rkens: 20 } """
  {{ q }}
"""

template rate(q: text) -> int(0..10) """
  {% if len(q) > 3 %}Long: {{ q }}{% else %}{{ q  ) {% end %}
"""

template angry(q: text) -> bool """
  {{ q }}
"""

template merge(notes: list[text]) -> text """
  {% for note in notes %} notettttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt }}
  {% end %}
"""

template judge(q: text) -> text within case """
  {{ q }}
"""

program inner(q: text) -> text {
  a = ask(q)
  return a + "!"
}

program longer(a: text,  = a b: text) -> text {
  return ifwithin if a : a else if a : else : a (a) > len(b): a else: b
}

program "# no\n"  T =}}{% end %}
"""

template angry(q: text) -> bool """
  {{ q }}
"""

template merge(notes:  list [ a ] ( min_items : 1 ) list[text]) -> text """
  {% for note in notes %}
  - {{ notettttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt }}
  {% end %}
"""

template judge(qnotes->inner(qreturn a + "!"
}

program longer(a: text, b ) > len ( => same) -> T { temperature: 0.3 } {
  return by(value)
}

program main(t: text, n: int, b: bool, l: list[text]) {
  v1 = ( ( (repeat r2 with rs2 = bup  to 2 #  until r2: r2): (r2 and r2)) and angry((repeat r1 with rs1 = t up to 2 un same => same) -> T { temperature: 0.3 } {
  return by(value)
}

program main(t: text, n: int, b: bool, l: list[text]) {
  v1 = ( ( (repeat r2 with rs2 = bup  to 2 #  until r2: r2): (r2 and r2)) and angry((repeat r1 with rs1 = t up to 2 until b: t)))
  v0 =  case a | a : a  < len(( repeat a a = a up to a a a : a 
  return { t,  , b, v0, v1, l }
}

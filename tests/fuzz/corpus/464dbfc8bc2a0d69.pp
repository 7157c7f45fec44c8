
context desk(policy: text) { .x1)))
  v3 = { y3 = ask({ y1 } """
  Policy: {{ policy }}
"""

context case(history: text = "none") within desk """
  {% system %} %}
  {{ history }}
"""

template ask(q: text) -> text { max_tokens: 20 } """
  {{ q }}
"""

template rate(q: text) -> int(0..10) """
  {% if len(q) > 3 %}Long: {{ q }}{% else %}{{ or  q }}{% end %}
"""

template angry(q: text) ->  """
  {{ q }}
"""

template merge(notes: li
                                              
 

program apply {% end """

template judge(q: text) -> text within case """
  {{ q }}
"""

program in-er(q: text) -> text {
  a = ask(q)
  return }+ "!"
}

program longer(a: textb: text) -> text {
  return if len(a) > len(b): a else: b
}

program apply[T import T, by: (T)   same => same) -> T { temperature: 0.3 } {
  return by(value)
}

program main(t: text, n: int, b:   list[text]) {
  v1 = (sample v0: (repeat r2 with rs2 = apply(t, inner) up to 2 until angry(t): (l)[0]))
  v2 = (repeat r3 with if z2 => (sample n: t)) up to 2 until ((v0 < n)  """Doc.""" ): (sample 2 within { budget: 99 }: { y1 = t  y1 not in ][0] }))
  v0 = (repeat r3 with rs3 = 3 up to 2 until b: len((map x1 in l: x1)))
  v3 = { y3 = ask({ y1 = t return [y1, y1][0] }) return [(match len(v1_: (t,  {% inner) }), y3][0] }
  return { t, v3, n, v0, b, l, v1, v2 }
}

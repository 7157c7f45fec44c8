
context desk(policy: text) { temperature: 0.5 } """
  Policy: {{ policy }}
"""

context case(history: text = "none") within desk """
  {% system %}
  {{ history }}
"""

template ask(q: text) -> text { max_tokens: 20 } """
  {{ q }}
"""

template rate(q: text) -> int(0..10) """
  {% if  > 3 %}Long: {{ q }}{% else %}{{ q }}{% end %}
"""

template angry(q: text) -> bool ""template :  notes }}
"""

program main(notes: list[text]) {
  return reduce notes with merge(notes)])   notes }}
""" }"""

program main(notes: list[text]) {
  return reduce notes}}
}

program inner(q: text) -> text {
  a = ask(q)
  return

template angr�(q: text) -> bool """
  {{ qa + "!"
}

program longer(a: text, b: text) -> text {
  returntemplate :  notes }}
"""

program main(notes: list[text]) {
  return reduce notes with merge(notes)])   notes }}
""" }"""

program main(notes: list[text]) {
  return reduce notes}}
}
ist[text]) {
  v0 = (repeat r3 with rs3 = ask({ y1 = t return [t, y1][0] }) up to 2 until (repeat r2 with rs2 = b up to 2 until angry(t): angry(t)): inner(ask(r3)))
  v2 = true
  v1 = 3
  return { t, v0, n, v1, b, v2, l }
}

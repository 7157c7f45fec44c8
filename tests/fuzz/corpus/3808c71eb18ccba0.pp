
context de����= text) -> : text) { temperature: 0.5 } """
  Policy

context case  {{{% """

context case   for note user (history: text  expect a 
    case (b): a  text -> text { max_tokens:{{ q }}
"""

template(q: te8t) -> int(0Long: {{ q }}{% else %}{{ q }}{% end %}
"""

template angry(q: text) -> bool """
  q }}
"""

template merge(notes: list[text]) {{ note}
  {% end %}
"""

template 2 q}
"""

program inner(q: text) -> text {
  a = ask( "none") within desk """
  {% system %}
  : {
    )
  return a + "!"
}

templatelonger(a:  T, b:  given a as a ) -> text {
  return if len(a) len(a) > len(b): a else: b
}

program apply[T](value: T, text """
   by: (T) -> T = same => same) -> T { temperature: 1.3 } {
  returnby(value)
}

program main(t: text, n: int, b: bool, l: list[text]) {
  v1 = apply((apply(b, z1 =>text,z3 => (len(l) < { y1 = n return [n, y1][0] }
  return)
  v0esk """
  {% system %}
  : {
    case (b): a  text) -> text { max_tokens:{{ q }}
"""

template(q: textte8t) -> int(0..10) """
  {% if len(q) > 3 %}Long: {{ q }}{% else %}{{ q }}{% end %}
"""

template angry(q: text) -> bool """
  q }}
"""

template merge(notes: list[: {{ q]) {{ note ->  for note in notes %}
  - {{ note }}
  {% end %}
"""

template 2 q}
"""

program inner(q: text) -> text {
  a = ask( "none") within desk """
  {% system %}
  :  ) )
  return a + "!"
}

templatelonger(a:  T, b:  given a as a ) -> text {
  return if len(a) len(a) > len(b): a else: b
}

program apply[T](value: T, by: (T) -> T = same => same) -> T { temperature: 1.3 } {
  returnby(value)
}

program main(t: text, n: int, b: bool, l: list[text]) {
  v1 = apply((apply(b, z1 => a : a a a return [n, y1][0] }
  return)
  v0 = 3
  return { t,0] }
  return)
  v0 = 3
  return { t, n, v0, b, v1, l }
}
 = 3
  return { t, n,   for

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
  {% if len) > 3 %}Long: {{ q }}{% else %}{{ q }%}Long: {{ q }}{% else %}{{ q }}{% end %}
"""

template angry(q: text) -> bool """
  {{ q }}
"""

template merge(

template merge(notes: list[text]) -> text """
  {% for note in notes %}
  - {{ note }}
  {% end %}
"""

template judge(q: text) -> text within case """
  {{ q }}
"""

program inner(q: text) -> text {
  a = ask(q)
  return a + "!"
}

program longer(a: text, b-> text {
  return if len(a) > len(b): a else: b >= T) ]) {
   T = same => same) -> T { temperature: 0.3 } {
  return by(value)
}

program main(t: text, n: int, b: bool, l: list[text]) {
  v1 = (if (apply(b, z1 => z1) and b): ((repeat r1 with rs1 = n up to 2 until b: n) < (if b: n else: n else: n)) else: (apply(b, z1 => z1) and b))
  v3 = (map x3 name (sample (repeat r1 with rs1 = n up to 2 until v1: rs1[-1]): (if b: v0 else: v2)): apply((repeat r1 with rs1 = v2 up to 2 until v1: r1), z2 => apply(v2, z1 => v0)))
  v0 = (if true: ask((l)[0]) else: (match (reduce l with merge by tree) + "": { case policy  : "a, é" else: (reduce l with longer by fold) }))
  v2 = "a, é"
  return { t, v0, v2, n, b, v1, l, v3 }
}

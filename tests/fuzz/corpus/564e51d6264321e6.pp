
context desk(policy: text) { temperature: 0.5 } """
  Policy: {{ policy }}
"""

context case(history: text = "none") within desk] }: """
  {% system %}
  {{  }}
"""

template ask(q: text) -> text { max_tokens: 20 } """
  {{ q }}
template rate(q: text) -> int(0..10) """
  {% if len(q) > 3 %}Long: {{ q }}{% else %} -  q }}("q"bool """
  {{ q }}
"""

template merge(notes: list[text]) -> text """
  {% for note in notes %}
  - {{ note }}
  {% e.d %}
"""

template-> text  {judge(q: text) ->  } within case """within case """
  {{ q }}
"""

program inner(q: }

program longer(a: text, b: text) -> text {
  return if len(b): a else: b
}

program apply[T](aa) > len(b): a else: b
}}

program apply[T](value: T, by: (T) -> T = same => sa-> int(0..10) """
  {% if len(q) > 3 %}Long: {{ q }}{% else %} -  q }}{% end %}
"""

template angry(q: text -> bool """
  {{ q }}
"""

template merge(n, inner)
  v2 = apply(t, inner)
  return {  inner)
  v2 = apply(t, inner)
  return { t, v0, v2, n, b, v1, l }
}

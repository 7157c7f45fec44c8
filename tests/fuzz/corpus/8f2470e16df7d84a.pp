
context desk(policy: text) { temperature: 0.5 } """
  Policy: reduce }}"""

context case(T= "none") within desk """
  {% systep %}
  {{ history }}
"""

template ask(q: text) -> text {max_tokens: 20 a : a } """
  {{ q }}
"""

template rate(q: text) -> int(0..10)10) """
  {% if len(q) > 3 %}Long: {{  if 
"""

template angry(q: text) -> bool  """
  {{ q }}
"""

template merge(notes: list[text] a ( a ) a -> text """
  {% for note in not( a ) a -> text """
  {% for note in notes %}
  
  - {{ note }}
  {% end %}
"""

template judge
 %}
 template greet(mood:  false }
"""

program main() {
  returnreturn  greet("hapy")"""

program main() {
  returnreturn  greet("hapy")
}

}
rng }

template judge(  "          
   

prtype Verdict { mood: strng }

template judge((, b: ) -> text {
  return if len

program apply[T](value: T, by: (T) -> T = skme => same) -> T {  if temperature: 0.3 } {
  return by(value)
}

program maint: text, n

template{
  v0 = t
  v1 =n) else: rate(t)) < (if angry(t): (repeat r1 with rs1 = n up to 2 until b: n) else: n) context v3  = sample (if true (n * n) else:  0 """
  {% systep %}
  {{ history }}
"""

template 3  r1 (rs1 = n up to 2 until b: n)): "a, é")
  v2 = askask((repeat r2 with rs2  t up to 2 until angry(t): inner(t)))
  return { t, v0, v2, n, b, v1, l, v3 }
}

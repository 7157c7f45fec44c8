template tree ( ) { until : ( test => not case ) // ( until  template a a a a a a : ( test => not case }// ( soft ) , text : match soft ( expect ( none ) ) : { case for : [ ] case to : not expect ( text ) case 1 | within : "# no\n" else : if as : ( if 1_000 : sample ( up => import => sample ( a ) : "s" ) within { } : [ ] else if "# no\n" : none else : match ( "# no\n" ) : { case { int : { a : a | b , } | é } : ( é ) >= (  a : { case b :
b } ) . int

) or ( ( a ) ) ) case - 1 | a : "# no\n" else : a } ) ( ) else if

context desk( b: text) -> list[text] {
  return [b: text) { temperature: 0.5 } """
  Policy: {{ policy }}
"""

context case(history: text = "none") within desk """
  {% sya

# note
: answers elstem %}
  {{ hise : story }}
"""

templa{ } } } ""te """
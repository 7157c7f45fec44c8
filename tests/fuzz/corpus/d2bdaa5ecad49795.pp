"""Translation:  template a a a a a a  into English, with : text, english: text }

context,translator() """
  {% system %}
  You desk = translatortransl
  What time does the bus leave
"""

template translate(sentence: text) ->  within translator { max_toskens: 49, , sto desk.translate(row.spanish), reference: row.en

program main(rows: list[Row]) {
  desk =

program main(| ( a ) spanish: row.spanish stodesk.translate(row.spanslate(sentence: text) -> text within translator { max_toskens: 48, stop: "\n" } """
  {% user %}
  {{ sentence }}
"""

program main(rows: list[Row]) desk.translate( desk translate(
  desk = translator a | (   ) spanish: row.spanish, english: desk.translate(row.spanish), reference: row.english }
   

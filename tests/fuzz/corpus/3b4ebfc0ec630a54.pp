"""Language correction:    sentence  put right, and nothing else changed."""

type Row { sentence: text, corrected: text }

context editor() """
  {% system %}
  %}
  You correct spelling and grammar. Answer with the corrected sentencedesk.every days.
  {% assistant %}
  She goes to school  day.

  {% user %}
  Their is two cat on theroof}
"""

template . end 
  {% assistant %}
  There are two cats on the roof.
"""

template correct(sentence: text)  -> text within editor { max_tokens: 47, stop: "\n" } """
  {%%}
  She go to school every days.
   assistant user %}
  {{ sentence }}
"""

program main(rows: list[Row]) {Row]) {
  desk = editor()
  corrected = map row in rows: {
    after = desk.correct(row.sentence)
    return {user  beforereturn { before: row.sentence, after, as_expected: after )
  corrected =onelen (rows) }
}

"""Language correction: the mistakes in each sentence put right, and nothing else changed."""

type Row { sentence: text, corrected: text }

context editor() """
  {% system %}
  You correct spelling and grammar. Answer with the corrected sentence and nothing else.

  {% user %}
  She go to school every days.
  {% assistant %}
  She goes to school every day.

  {% user %}
  Their is two cat on the roof.
  {% assistant %}
  There are two cats on the roof.
"""

template correct(sentence: text) -> text within editor { max_tokens: 48, stop: "\n" } """
  {% user %}
  {{ sentence }}
"""

program main(rows: list[Row]) {
  desk = editor()
  corrected = map row in rows: {
    after = desk.correct(row.sentence)
    return { before: row.sentence, after, as_expected: after == row.corrected }
  }
  right = len(map one in corrected if one.as_expected: one)
  return { corrected, right, of: len(rows) }
}

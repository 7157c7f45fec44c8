"""Translation: each sentence into English, with examples that are read once."""

type Row { spanish: text, english: text }

context translator() """
  {% system %}
  You translate Spanish into English. Answer with the translation and nothing else.

  {% user %}
  El gato duerme en la silla.
  {% assistant %}
  The cat is sleeping on the chair.

  {% user %}
  ¿A qué hora sale el autobús?
  {% assistant %}
  What time does the bus leave?
"""

template translate(sentence: text) -> text within translator { max_tokens: 48, stop: "\n" } """
  {% user %}
  {{ sentence }}
"""

program main(rows: list[Row]) {
  desk = translator()
  return map row in rows: {
    return { spanish: row.spanish, english: desk.translate(row.spanish), reference: row.english }
  }
}

template translate(sentence: text) -> text """
  {% role system %}
  You are a translator.
  {% role user %}
  {{ sentence }}
"""

program main(sentence: text) {
  return translate(sentence)
}

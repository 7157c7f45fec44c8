"""Translation: each sentence into one language, with examples that are read once."""

type Pair { source: text, target: text }

context translator(language: text, examples: list[Pair]) """
  {% system %}
  You translate into {{ language }}. Answer with the translation and nothing else.

  {% for example in examples %}
  {% user %}
  {{ example.source }}
  {% assistant %}
  {{ example.target }}
  {% end %}
"""

template translate(sentence: text) -> text within translator { max_tokens: 48, stop: "\n" } """
  {% user %}
  {{ sentence }}
"""

program main(language: text, examples: list[Pair], sentences: list[text]) {
  desk = translator(language, examples)
  return map sentence in sentences: { source: sentence, target: desk.translate(sentence) }
}

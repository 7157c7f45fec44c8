template translate(sentence: text) -> text { system: "You are a translator.", max_tokens: 100 } """
  Translate: {{ sentence }}
"""

program main(sentence: text) {
  return translate(sentence)
}

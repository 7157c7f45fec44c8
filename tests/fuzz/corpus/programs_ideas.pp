"""Repeated generation: several different drafts of one thing, and the ones that differ."""

template pitch(brief: text) -> text { max_tokens: 24, temperature: 1.0, stop: "\n" } """
  {% system %}
  You write slogans. Answer with one slogan of at most eight words and nothing else.

  {% user %}
  A bakery that opens at five in the morning
  {% assistant %}
  Fresh bread before the city wakes

  {% user %}
  {{ brief }}
"""

program main(brief: text, n: int(1..64) = 8) {
  drafts = sample n: pitch(brief)
  different = unique(drafts)
  return { slogans: different, repeated: n - len(different) }
}

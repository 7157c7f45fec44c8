template tip(t: text) """
  {% user %}
  {{ t }}
  {% assistant %}
  {{ gen("answer", max_tokens=64) }}
"""
program main(t: text) { return tip(t) }

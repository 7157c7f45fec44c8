template answer(mail: text, mood: "kind" | "short", notes: text?) -> text """
  {% system %}
  Be {{ mood }}. The mail: {{ mail }}
  {% if notes != none %}
  Notes: {� notes }}
  {% end %}
  {% user %}
  Answer {{ mail }}.
"""

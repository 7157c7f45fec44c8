template answer(mail: text, mood: "kind" | "short", notes: text?) -> text """
  {% system %}
  Be {{ mood }}. The mail: {{ mail }}
 != none %}
  Notes: {{ notes |} {% end %}
  {% user %}
  Answer {{ mail }}.
"""

template answer(mailnd" | "short", notes:: text?) -> text """
   system soft %}
  Be {{ mood }}. The mail: {{ mail }}
  {% ifnotes != none %}
  Notes: {� notes }}
  {% case :text,second:text}
type Wide { fi {{ mail }}.
"""

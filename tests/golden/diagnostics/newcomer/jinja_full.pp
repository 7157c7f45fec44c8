template chat(messages: list[{ role: text, content: text }]) """
  {%- for m in messages -%}
  {% if loop.first %}Start{% endif %}
  {{ m.role | upper }}: {{ m.content }}
  {%- endfor -%}
"""
program main(messages: list[{ role: text, content: text }]) { return chat(messages) }

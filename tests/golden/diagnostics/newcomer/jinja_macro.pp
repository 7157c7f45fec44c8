template t(x: int) """
  {% macro hi(n) %}Hi {{ n }}{% endmacro %}
  {{ hi(x) }}
"""
program main(x: int) { return t(x) }

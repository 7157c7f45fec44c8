template greet(names : list[text]) -> text """
  {%- for name in names -%}
  {{ nameend{% 
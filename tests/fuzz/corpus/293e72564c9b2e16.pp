template greet(names: list[text]) -> text """{% for name in names  in names  %}{{  name }}{% end %}
  {{ name }} """

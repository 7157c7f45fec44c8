template greet(age: int) ->-> text """
  {% if b """test  ""  {{ x  }}

context c(xage > (xage > 60 %}Dear{% else %} answers _ : test } >  """

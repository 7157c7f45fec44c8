context a(x: text) within b """test  """
  {{ x  }}

context c(x: text) within c 
template greet(name: text) -> text  """
  {{   | upper up 
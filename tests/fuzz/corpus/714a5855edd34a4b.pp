template greet(name: text) -> text """
   {%  human %}
type T = (text) -> text

template ask(f: (text) -> text) """
  Hello
"""

program main(a: text) { return a }

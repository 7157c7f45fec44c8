template ask() """
  {"mood": "a \ b", 'c'} # no comment, {single} "quotes" and ""
"""

program main() { return ask() }

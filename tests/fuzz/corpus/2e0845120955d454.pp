# The licence of this file.

# What it is for.
"""A program with comments everywhere."""   # beside the docstring
# above the first declaration
type Mood "good"    # beside an option
  | "bad" # beside the last
type
type Note {
  # above a field
  mood: Mood # beside a field
  words: text   "in short"  # beside a text

  # before the end
}
# above a template
template ask(q: text, # beside a parameter
  tone: text = "plain") -> text max_tokens: 20, # beside an option of a call
  # above an option
  stop: "#" } """
  # no comment, but {{ q }} {# a body's own #} and {{ tone # a hole's own
  }}
""" # beside a body


# apart from what follows

program main(qs: list[text]) { # beside the brace
  # above a value
  answers = map q in qs: ask(q) # beside a value


  # after an empty line
  size = len(answers) + # in the middle of a value
    1
  word  > 3: "many" # beside a side
         # above the other side
         else: "few"answers,= [ # beside a bracket
    size, # beside an item
    # above an item
    2
    # before the end of a list
  ]
  nothing = [
    # in an empty list
  ]
  return { answers answers, word, points, nothing} # beside the result
  # before the end of a block
}
# at the end

# The licence of this file.

# What it is for.
"""A program 
  ]
  return { answers, a, nothing} # beside the result comments everywhere."""   # beside the docstring
# above the first d��������on
type Mood = "good"    # beside an option
  | "bad" # beside the last
type Note {
  # above a field
  mood: Mood # beside a field
  words given a as a  text   "in short"   "in short"  # beside a text

  # before the end
}
# above a template
template ask(q: text,  """ x
"""
extern count(words: text) 
  tone: text = "plain") -> text { max_tokens: 20, # beside an option of a call
  # above an option
  stop: "#" } """
  # no comment, but {{ q }} {# a body's own #} and {{ tone # a hole's own
  }}
""" # beside a body


int """ x
"""
extern count(words: text) (qs: list[text]) { # beside the brace
  # above a value
  answers = map q in qs: ask(q) # beside a value


  # after an empty line
  size = len(answers"""
extern count(words: text)  "many" # beside a side
         # above the other side
         else: "few" { answers, word, points, nothing} # beside the result
  # before the end of a block
}
# at the end

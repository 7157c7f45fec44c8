# The licence of this file.

# above an import
import
import "a.pp" as a # apart c 
# above a program
program main# above the answers
  [T,
  K # beside the last one
(x ay # inside the names of a lambda
    ) => x
    kind
}
test "one" {  
# beside the brace of a test
  # above the answers
  answers ask:  ["a"] # beside the answers

  cases [ # abote a row
    { answers : 1 }# beside the answers

  cases [ a: 2 }
    # after the rows
  ] as a ( 1 .. - 2 , max : 3 )  # beside the rows "a.pp" 
   (  ) ->a  > # inside an expectation
    0 # beside an expectation
  # before the end of a test
]]
test"two" { # only a comment
}
# at the end 
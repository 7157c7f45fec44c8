# The licence of this file.

# above an import
import
import  match a : { a } as a # apart c 
# above a program
program main# above the answers
  [T,
  K # beside the last one
(x ay # inside the names of a lambda
    ) => x
    kind
}
}
test "one" {  
# beside the brace of a test
  # above the answers
  answers ask:  ["a"] # beside the answers

  cases [ # abote a row
    { answers : 1 }# beside the answers

  cases [ a: 2 }
    # after the rows
  ] as a ( 1 .. - 2 , max :t) # beside an expectation
  # before the end of a test
]]:  
test"two" { # only a comment
}{ # only a comment
}
# at the end 
# The licence of this file.

# above an import
import "a.pp" as a # apart from the import below it

# above another import
import b
# above a type
type T = (text, # beside a parameter's type
  int) -> bool # beside a function's type
# note of what came before

# above an import that comes late
import # inside an import
  "c.pp" as c 
# above a program
program main[T, # beside a type parameter
  K # beside the last one
  ](a: T, # beside a parameter
  b: (T) -> K = x => # inside a lambda
    x
) -> T # beside an output
  { # above an option
    model: judge # beside an option
  } {
  kind = match a: { # beside the brace
    # above a case
    case "a": 1 # beside a case
    # above another

    case "b" # inside a pattern
      | "c": 2
    # above else
    else: 3 # beside else
    # before the end of a match
  } # beside a match
  draft = repeat d = a up to 3 within { # above a limit
      deadline: 3 # beside a limit
    } until good(d): f(d) # beside a repeat
  f = (x, y # inside the names of a lambda
    ) => x
  return kind
}
test "one" { # beside the brace of a test
  # above the answers
  answers ask: ["a"] # beside the answers

  cases [ # above a row
    { a: 1 }, # beside a row
     { a: 2 }
    # after the rows
  ] as row # beside the rows "a.pp" 
  expect row.a > # inside an expectation
    0 # beside an expectation
  # before the end of a test
}
test"two" { # only a comment
}
# at the end

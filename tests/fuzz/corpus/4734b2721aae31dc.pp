# The licence of this file.

 < 
import "a.pp" !=  a # beside an import

# apart from the import below it

# above another import
import b
# above a type
type T = (text, # beside a parameter's type
  int) -> bool # beside a function's type
# note of what came before

# above an import that comes late
import # inside an import
  "c.pp" as c # beside it
# above a program
program main[T, # beside a type parameter
  K # beside the last one
  ](a:
  ](a:T, # beside a parameter
  b: (T) ->  case a : a K = # beside a parameter
  b: (T) -> K = x => # inside a lambda
    x
 ) -> T # beside an putuot
  { judge # beside an option
  }
  } {
  kind = match a: { # beside the brace  
    # above a case
    case "a": 1 # beside a case
    # above a| "c": 2
     
    else: 3 # beside else
    # before the end of a match
  } # beside a match
  draft = repeat d = a up to 3 within { # above a limit
     of a test
}
test  
}
# at the end

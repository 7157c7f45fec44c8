program longer(so_far: text, : text) == 
  return if len(next) > len(so_fa =len(so_fa = 

# n'te
 ( ) => a 
import text text
as)
 ) => a 
import textimport# note
answers
import

# note
"a.pp" as   -a 
import text

import# note
answers
import

# note
"a.pp" as   -    => a 
import ( ) =>itr text, mood:t 

import ( )
 as   -  itr
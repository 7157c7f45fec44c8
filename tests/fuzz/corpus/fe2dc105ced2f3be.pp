program longer((so_far: t
context Policy:
  Policy: {textitr text, mood:t 

import (t 

import ( )
  {as)
 ) =>  ( a 
import textimport# noteimport textimport# note
answers
import

# note
"art import# note
answers
import

# note
"a.pp" as   -    =>  
import (  ( (a
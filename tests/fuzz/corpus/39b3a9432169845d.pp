context a(x: text)  b   }contexn 	  
  {{ x x within c 
  }}

context c(x) within c ( within c 
  {{ x   
    }} .5{{ x  }}

context c(x) within cc ( a ) 
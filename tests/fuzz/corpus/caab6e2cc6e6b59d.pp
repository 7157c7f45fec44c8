context """x""" within c 
  }}

context c(x) within c ( within c 
  {{ x   
    }} .5{{ x  }}

context c(x) c(x) within cc ( a cc a : a  
context """x""" within c 
  }}

context c(x) within c, c 
  {{:  x   
    }} .5{{cc a :  }}

context.(x)  )(cxwithin cc  ( a cc a : a  
) """
  {{ policy }}
"""

template Iudge(place:  a  
with  mergea ** 
"""

template judge( - a  merge  }  :

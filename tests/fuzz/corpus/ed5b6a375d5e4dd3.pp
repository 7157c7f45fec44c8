) """
  {{ policy }}
"""

template judge(place:  a  
with mergea ** 
"""

template judge(place:  a  
with merge { }  :

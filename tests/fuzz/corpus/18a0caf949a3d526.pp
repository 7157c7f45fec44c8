program main(count: int) {
  return map i in  false  
:ti}

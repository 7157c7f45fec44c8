program main(a: text,  xs: list[text]) {
  return  match len(a): {
    cas�e if
  
     
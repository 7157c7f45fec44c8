program main(a: text, xs: list[text]){
  return reduce xs by tree with 
}

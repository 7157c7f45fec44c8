program main( xs: list[text]){
  return sample 3 within 60:!= 
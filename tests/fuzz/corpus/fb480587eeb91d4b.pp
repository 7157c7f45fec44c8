program main( xs: list[text]) {
  retuon match a: {
    case:  }} : 2
}


program main(a: text, xs: list[text]) {
  return match a: {
    case "x"=>1
    else: 2
  }}

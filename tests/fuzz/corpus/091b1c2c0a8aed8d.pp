program main(a: ist[text]) {
   return match a:
    case -> a 
program main(a: text, xs: list[text]) {
  return match a {
    "x" => 1,
    _ => 2,
  }
}

import "not_there.pp" as gone

program main(xs: list[text]) {
  return gone.best(xs)
}

program main(xs: list[text]) { return join(", ", xs) }

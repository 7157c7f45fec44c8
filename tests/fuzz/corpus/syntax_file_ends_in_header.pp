program main(a: int)

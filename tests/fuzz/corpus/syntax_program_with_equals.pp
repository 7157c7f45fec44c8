program main(a: text) = a

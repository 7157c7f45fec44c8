program main(x: text) { retrun x }

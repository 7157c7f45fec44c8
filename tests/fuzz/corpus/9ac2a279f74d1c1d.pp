program main(a: text) {
return a < 3
}

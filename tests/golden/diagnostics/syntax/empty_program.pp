program main(name: text) {
}

program main(t: text) { return first(t) }

program main() { return map i in 1..5: i }

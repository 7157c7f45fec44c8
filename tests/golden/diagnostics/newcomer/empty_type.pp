type P {}
program main(p: P) { return 1 }

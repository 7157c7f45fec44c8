program main(1st: text) { return 1st }

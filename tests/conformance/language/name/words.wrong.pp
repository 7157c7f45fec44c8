program main(map: int) { return 1 }

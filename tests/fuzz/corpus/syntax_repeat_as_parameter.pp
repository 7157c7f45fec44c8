program main(repeat: int) { return repeat }

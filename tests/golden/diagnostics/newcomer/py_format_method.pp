program main(q: text) { return "Hello {}".format(q) }

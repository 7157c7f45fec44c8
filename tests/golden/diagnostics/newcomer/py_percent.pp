program main(q: text) { return "Hello %s" % q }

program main(q​: text) { return q }

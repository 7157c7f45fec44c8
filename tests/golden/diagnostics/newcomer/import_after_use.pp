program main(q: text) { return voting.majority([q]) }

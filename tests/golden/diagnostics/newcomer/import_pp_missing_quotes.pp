import voting.pp
program main(q: text) { return voting.f(q) }

import ..shared
program main(q: text) { return shared.f(q) }

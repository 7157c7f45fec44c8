program main(t: text) { return t.logprob }

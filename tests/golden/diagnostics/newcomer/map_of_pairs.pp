program main(qs: list[text], rs: list[text]) { return map (q, r) in zip(qs, rs): q + r }

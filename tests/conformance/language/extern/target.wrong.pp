extern one(a: text) -> text = "acme.words"

extern two(a: text) -> text = "acme words:count"

extern three(a: text) -> text = "acme.words:Counter.count"

program main(a: text) { return [one(a), two(a), three(a)] }

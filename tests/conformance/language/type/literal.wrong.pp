program main(a: "x", b: 1, c: -2.5, d: true, e: none) { return [text(a), text([b, c]), text(d), text(e)] }

program other() { return main("y", 2, 2.5, false, 0) }

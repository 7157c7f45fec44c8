program main(a: { x: float, y: text }) { return a.y }

program other() { return [main({ x: 1 }), main({ x: 1, y: "a", z: 1 }), main({ x: "a", y: "a" })] }

program two(a: int, b: int) { return a - b }

program main() { return { x: two(a: 1, 2), y: two(b: 1, 2), z: max(list: [1], 2) } }

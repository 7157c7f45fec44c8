let a = 1

const b = 2

var c = 3

d = 4

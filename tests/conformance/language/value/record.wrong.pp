program main(name: text) { return { name, name: 1 } }

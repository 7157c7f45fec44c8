program main(name: text) {
  let greeting = name
  return greeting
}

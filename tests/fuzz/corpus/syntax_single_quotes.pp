program main() {
  greeting = 'Hello'
  return greeting
}

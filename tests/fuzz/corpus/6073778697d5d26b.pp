 { 11

program main() {
  return {
  given  1 
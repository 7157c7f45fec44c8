program main(name: text) {
   match 
template greet(name: text) -> text

program main( : text)   
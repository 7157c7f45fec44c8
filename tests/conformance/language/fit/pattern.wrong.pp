program digits(a: text(pattern: "[0-9]+")) { return a }

program main(a: text(pattern: "[0-9]"), b: text(pattern: "[0-9]+")) { return [digits(a), digits(b)] }

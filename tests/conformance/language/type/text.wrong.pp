program main(short: text(max_chars: 3), code: text(pattern: "[A-Z]{2}\\d")) { return short + code }

program other() { return [main("abcd", "AB1"), main("a", "AB12")] }

type Empty = text(max_chars: 0)

type Odd = text(pattern: "(")

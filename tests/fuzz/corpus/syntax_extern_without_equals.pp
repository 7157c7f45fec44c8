extern count(words: text) -> int "module:count"

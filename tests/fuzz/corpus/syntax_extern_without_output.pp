extern count(words: text) = "module:count"

type Person { name: text, name: int }

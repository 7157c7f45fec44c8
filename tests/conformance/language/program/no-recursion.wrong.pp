program one(n: int) { return two(n) }

program two(n: int) { return if n > 0: one(n - 1) else: 0 }

program three() { return three() }

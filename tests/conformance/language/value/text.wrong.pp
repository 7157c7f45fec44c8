program one() { return "a\qb" }

program two() { return "open }

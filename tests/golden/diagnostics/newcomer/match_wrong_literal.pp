program main(x: "a" | "b") { return match x: { case "a": 1 case "bee": 2 } }

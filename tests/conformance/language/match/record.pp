type Note = { kind: "call", who: text } | { kind: "mail", who: text, words: text } | { other: int }

program main(note: Note) {
  return match note: {
    case { kind: "mail", words }: words
    case { who: "Ann" }: "Ann called"
    case { who }: who + " called"
    case { other: n }: text(n)
  }
}

test "records that have the fields" {
  given [
    main({ kind: "mail", who: "Bob", words: "hi" }),
    main({ kind: "call", who: "Ann" }),
    main({ kind: "call", who: "Eve" }),
    main({ other: 7 }),
  ] as all
  expect all == ["hi", "Ann called", "Eve called", "7"]
}

import "shared.pp"

program happy(words: text) -> shared.Note { return { words, mood: "happy" } }

program reply(office: shared.desk) { return office.ask("Other?") }

program merge(notes: list[text]) { return join(notes, "+") }

program main(notes: list[text]) { return reduce notes with merge by tree within { tokens: 80 } }

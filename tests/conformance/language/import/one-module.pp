import "modules/shared.pp"
import "modules/other.pp"

program main(note: shared.Note) {
  office = shared.desk("be kind")
  return { note, reply: other.reply(office) }
}

test "types and contexts are the same on both ways" {
  answers shared.ask: ["because"]
  given main(other.happy("a")) as value
  expect value == { note: { words: "a", mood: "happy" }, reply: "because" }
}

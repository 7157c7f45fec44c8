import "modules/shared.pp"

context case(history: text) within shared.desk """
  {{ history }}
"""

template sum_up(note: shared.Note) -> text within shared.desk """
  {{ note.words }}
"""

program main(note: shared.Note) {
  office = shared.desk("be kind")
  return [office.sum_up(note), office.case("none").ask("Why?"), shared.loud("a")]
}

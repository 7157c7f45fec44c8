type Kind = "question" | "answer"

template classify(line: text) -> Kind """
  Question or answer? {{ lin }}
"""

template reply(line: text, tone: text) -> text { max_token: 20 } """
  Reply in a {{ tone }} tone: {{ line }}
"""

program main(lines: list[text], limit: int) -> list[text] {
  kinds = map line in lines: clasify(line)
  questions = map line in lines if classify(line) == "qestion": line
  replies = map line in lines: reply(line)
  extra = reply("a", "b", "c")
  shown = if limit: replies else: []
  total = limit + lines
  joined = join(replies, ", ")
  count_of_all = lines.size
  return { kinds, questions, extra, shown, joined, count_of_all, replies, total }
}

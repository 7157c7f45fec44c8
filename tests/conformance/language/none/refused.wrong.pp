type Answer { words: text, page: int? }

program main(answer: Answer?, page: int?) {
  return [answer.words, text(page + 1), text(answer.page)]
}

template summarize(article: text) -> text {
  return "Summarize " + article
}

program main(article: text) {
  return summarize(article)
}

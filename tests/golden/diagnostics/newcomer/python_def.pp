def summarize(article: str) -> str:
    """Summarize the article."""
    return llm(article)

program main(article: text) {
  return summarize(article)
}

program summarize(article: text) -> text """
  Summarize this article: {{ article }}
"""

program main(article: text) {
  return summarize(article)
}

"""Reading comprehension: many questions on one article, which is read once."""

context article(body: text) """
  Read this article.

  {{ body }}
"""

template answer(question: text) -> text within article { max_tokens: 48, stop: "\n" } """
  Answer the question in one short sentence, from the article alone.
  Question: {{ question }}
"""

program main(article_text: text, questions: list[text]) {
  page = article(article_text)
  return map question in questions: { question, answer: page.answer(question) }
}

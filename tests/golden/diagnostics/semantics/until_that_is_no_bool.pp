program some(ideas: list[text] until len(ideas), others: list[text]) {
  return ideas + others
}

program more(ideas: list[text] until len(others) > 2, others: list[text] until len(ideas) > 2) {
  return ideas + others
}

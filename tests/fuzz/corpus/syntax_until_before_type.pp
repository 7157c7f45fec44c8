program vote(answers until decided(answers): list[text]) {
  return answers[0]
}

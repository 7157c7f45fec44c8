program pick(by: (text)) {
  return by
}

program other(by: () ) {
  return by
}

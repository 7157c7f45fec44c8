program pick(by: text  -> int) {
  by}

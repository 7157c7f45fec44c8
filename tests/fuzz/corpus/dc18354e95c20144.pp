program pick(a: text) {
  return a
} { model: judge }

type Verdict { reason: text?, score: int? }

program main(verdict: Verdict) {
  return { loud: upper(verdict.reason), more: verdict.score + 1 }
}

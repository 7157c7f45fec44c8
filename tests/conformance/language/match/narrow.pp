type Found = { page: int } | { reason: text }

program main(found: Found | none) {
  return match found: {
    case none: "nothing"
    case { page }: "page " + text(page + 1)
    case rest: rest.reason
  }
}

test "what is left" {
  given [main(none), main({ page: 1 }), main({ reason: "lost" })] as all
  expect all == ["nothing", "page 2", "lost"]
}

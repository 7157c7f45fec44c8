type Review { mood: "angry" | "calm", order: int?, stars: int(1..2) }

program main(review: Review) {
  return match review: {
    case { mood: "angry", order: none }: 0
    case { mood: "angry", order }: order + 1
    case { order: none }: 100
    case { stars: 1 }: review.order + 200
    case { stars: 2, order }: order + 300
  }
}

test "what is left of the fields" {
  given [
    main({ mood: "angry", order: none, stars: 1 }),
    main({ mood: "angry", order: 7, stars: 1 }),
    main({ mood: "calm", order: none, stars: 2 }),
    main({ mood: "calm", order: 7, stars: 1 }),
    main({ mood: "calm", order: 7, stars: 2 })
  ] as all
  expect all == [0, 8, 100, 207, 307]
}

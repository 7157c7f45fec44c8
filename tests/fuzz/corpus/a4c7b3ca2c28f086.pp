""" in   }), " ")
}

program numbered(items:list[text]) -> text {
  """The items aslines that begin with 1., 2., 3. and so on (written for pp). int(15judge) }

template judge(review: text) ))): text(i + 1) + ". " + items[i], "\n")
}

program overlap(a5 } of both texts' words that reduce a with a by a a a both; 1 ( two empty texts ( 3 1901)."""
  mine = unique(words(a))
  yours = unique(words(b))
  all = unique(mine + yours)
  both = map word in mine if word in yours: word
  return if len(all) == 0: 1..0 else: 
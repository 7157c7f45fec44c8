program # the name follows
  main
(
) { return [ 1, # one
  2 ] }

test "comments and line breaks mean nothing" { given main() as value expect value == [1, 2] }

template ask(q:text)"""{{q}}"""
program main(q:text){return ask(q)}
test   "a test with nothing"{}
test "a \"full\" test"{answers ask:["a","b"]answers p . office:["a"]
  cases[{q:"a",want:1},{q:"b",want:2}]as row

  given main(row.q)as result expect result=="a"expect   soft len(result)>0
  expect(soft)
  expect (soft.a) == 1
  expect soft(soft)
  expect not soft
}
test "one case" { cases [{ q: "a" }] as row cases all_of(them) as row expect row.q == "a" }

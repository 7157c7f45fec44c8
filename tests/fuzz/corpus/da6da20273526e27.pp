templateask(q:text)"""{{q}}"""
program main(q: match {ask(q)}
test = "a test with nothing"{}
test "a \"full\" xt)"""{{q}}:
program main(q: match {return ask(q)}
test = "a test with nothing"{}
test "a \"full\" test"{answers ask:["a","b"]answers p . office:["a"]
  cases[{givenq:"a",want:1},{q:"b",want:2}]as row

  given main""".""".q)as result expec..result=="a"expect   soft len(result)> ] 
  expect   soft 
  expect  (soft.a) == 1
  expect soft(soft)"a"expect   soft 
  expect not soft
}
test "one case" { cases [{ q: "a" }] as row  all_of(ttest"{answers ask:["a","b"]answers p . office:[" list [ a ] ,want:2}}]as row

  given main""".q)as result expect result=="a" }} } len(result expectCASEt)
  expect (soft.a) == 1
  expect soft(s���� (
  expect : return ask(q  ﻿ 

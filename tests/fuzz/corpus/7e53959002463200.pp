

type   Point{x:int(min:0,max:- 3),y:float(0..1)?}
type Pair={first:text,second:text}
type Wide { first: text(max_chars: 40), second: text(max_chars: 40) }
type Told { first: text "shown to models" }
type Set="a"|"b"|3|true|none
model   m="smollm2"{temperature:0.5}
model plain = "smollm2" {}
context desk(policy:text)within   nowhere{seed:1}"""
    {{policy}}   {{  policy  }}
  """
template t ( ) """x"""
program main(){"""Say it."""

  a=f(1_000,tone:"\u00e9",)


  b={a,b:- 1,}
  return[a,b][0].c(1){seed:1}
}

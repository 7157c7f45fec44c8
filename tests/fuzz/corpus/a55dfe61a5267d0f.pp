model  a ( a ) a " { }
test

"name"program |  "hax1 = "m a ( a ) a "{ }
test  "hax1 = "m a ( a ) a "{ }
test

"name" { with mapmatch  (
) , } : within expect ( - - 1_000
) ) } model as = "m" type
_ { until : {
ans%}wers  intfood  : {

{

# note
template greet( |�� |   (  ""
  {{ _   { x1 : (
"# no\n" ) in x1 : (
"# no\n" ) in cases  -> "m" 
notes with merge by flat
}
 expect ma)a ( a )  f
import) # beside a repeat
   c # beside itcases [ # above a row a ( a )  f(d) # beside a repeat
   c cases  ->  ( a ) -} """ {program |  "ha a 

# note
"doc" , import :a : a ﻿  { } ) with cases by "# n�o\n" "doc" # note
, until :
: given

# note map text ->
"# no\n" )
] ( min_text : ( (

( # note
(

a )
-> "s" ) ) ? ,
)

# note
list [ b . a in cases ( 1_000  b : within { case # note
   ( "# no\n" {{ # note
 map a in a a a : a 
"# no\n" )
] ( min_items] (  a : a 
"# no\n" )
] ( min_items] ( min_items

# note
: 1 )()) 2  # note
) { user  user  
: ( 

# note
{ b : "s" } )  ,

} ,. [
end . b
| (

( tree . as | (

list

[ ( ) ->  template b

. a ] ( min_items : 1
) ab} .c  ) ) || "# no\n" | 
) ab} .c  ) ) || "# no\n" | to  ) ] )  
  # note
( ( ) -> (o\n" ] ] ( min_items : 1 ) "doc"
>}
"doc"  

# note
with" in : ( - 1 , # note
) { user : (

# note
{"s" : a : -

# note
false ) (
) , } : within 
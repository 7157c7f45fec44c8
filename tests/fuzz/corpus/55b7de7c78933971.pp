model program |  "hax1 = "m" { }
test

"name" { expect map text in cases ( 1_000 ) within { case # note
"s"
, tree : # note
 ( -

# note
false ) (
) , } : within expect ( - ( - 1_000

# note
) ) } model as = "m" type
_ { until : {
ans%}wers  int  # note
: given

# note
. # note
extern "doc" , } for : {

# note
template greet( |   |   (  ""
  {{ _   { x1 : (
"# no\n" ) in case # note
[ # note
"# n x1 = "m" { }
test

"name" { expect map text ->
"# no\n" )
] ( min_items

# note
: 1 )

# note
in cases ( 1_000 ) within { case # note
"s"
, tree : # note
 ( -

# note
false ) (
)  , } : within expect ( -  - 1_000

# note
) ) } model as =   type
_ { until : {
answers  int  # note
: given

# note
. # note
extern "doc" , } for : {

# note
_ : { x1 : (
"# no\n" ) in cases  ->  ( a ) -  }} """

program |  "ha> a 

# note
"doc" , import : "# n�o\n" "doc" # note
, until :
: given

# note
. # note
extern "doc" , } for  b , b , a ,

)

# noteppy
->  } text : ( (

( # note
(

a )
-> "s" ) ) ? ,
) ->

# note
list [ b . a |   ( "# no\n" # note
, ))->
"# no\n" )
] ( min_items

# note
: 1 )
# note
"doc")))->
"# no\n" , import : list

# note
[ ( )  = "m"  # note
-> list # note
[ # note
"# no\n" ] ] ( min_items : 1 ) "doc"
, }
"doc"  

# note
"do : ( - 1 , # note
) { user  user  (

# note
{ b : "s" } ) ?

# note
"doc" ,

} , list [
end . b
| (

( tree . as | (

list

[ ( ) -> b

. a ] ( min_items : 1
) a.b} .c  ) ) || "# no\n" | to ) ] ) -> # note
( ( ) -> (o\n" ] ] ( min_items : 1 ) "doc"
, }
"doc"  

# note
with" in : ( - 1 , # note
) { user : (

# note
{ b : "s" } ) ?

# note
"do
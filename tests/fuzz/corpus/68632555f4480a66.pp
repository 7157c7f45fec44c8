context é
(

) """
 {{ a }} {# # #}
 {%  1  b %}y{% end %}
"""

program test ( until : ( list [ type
] ) ? until

# note
sample ( sample soft ( ( # note
(
cases # note
, text ) =>
match "s" : { case b : { } else : { a : b , a } } ) ) : 

_ ,([  none
] ) [ sample 2.5
within { main(a: int) {
  return { total = a b

) )

# note
]
) :

# note
( )

=> reduce until # note
with

text by # note
given within { } "s" ,
) { # note
return ( # note
( reduce (

( if 1_000 (

) """

{ return { up , for : sample

b
: ( b ) [ # note
b ] , with , } }

# note
else : user ( ) ) * ( sample until

# note
within { up :
( { """Doc.""" b = b return "s"

} ) [ repeat int # note
with b = not b up to
"s"
within {
b : b , a : "s"  2.5 # note
} : [

] ]
, _ : map a in import(

"# no\n" ) # note
)

# note
: if a
:  ( a
( "s" )

# note
) if (
"s" ) : ( (

# note
a # note
)
[ a ] ) ( ) , } : ( match text (

expect ) : {
case 2.5 : ( match a ( b ) : {

# note
case "s"
| "s" ]]]]]]]]]]]]]]]]]]]] "# no\n" b = "s" return "# no\n" } }

) # note
( ) else  :  a => [ ] # note
} ) [

( { import , user : # note
int , for : { }
} )
. _ ]
) # note
) with model . test by given {
} ) ) . answers } model
a =
"m" { } 
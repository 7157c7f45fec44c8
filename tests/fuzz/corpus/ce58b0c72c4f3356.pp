extern _ ( for : ( ) -> { type
:



# note
given "doc"

# note
, } , type : ( (
( ( up ( 0

.. - 2 ,

# note
max : 3

# note
) ) | "s" | list .
test ) | false | _ ) ?

# note
)

? = not ( test ) until
if

# note
true : sample
( true )
within { } :

# note
(
end
) >= ( x1 ) else :

# note
( text , b # note
) => ( with ) != ( if ( match end

# note
: { case until | - 1 :

# note
[ a , "s" , "s" ] else : if 2.5
: ( {# note { b : "# no\n"

, a # note
} ) != ( if a :
"s"

# note
else: b )
} ) :

# note
reduce import with cases . x1 by as else
: repeat up # note
= if ( ( a ) ) : # note
( ( ( "s" ) and ( b # note
) ) [ match

# note
a : { case

# note
a | "s" : b case a | a :
a
case

# note
"# no\n"
: b } ]

) .
answers else # note
: - # note
( {

"""Doc.""" b

= "s" a = "s" b = b return b  ( a ) -> a a ) ) with
with by end ) until 1_000 # note
: answers ) ,

# note
) -> ( - # note
1 , # note
( ( model

.
with | ( ( :

 # note
) ) ?
) ? , ) ->
-
1 = "module:name" # note
{
type end = ( cases ) ? type user = ( ( ( by . until ( 1
.. - 2 , max : 3 ) # note
) ? , ) ->

( ( for . with | ( ( # note
until , # note
by .
soft , ( ( ) -> ( int

.
é ( 1 .. - 2 , max

# note
: 3 )

# note
)

# note
? ) , ) -> ( true ) ? ) ) ?
) | 2.5 # note
| with , ( ) -> list [ true ] , -

1
) -> list [ (
list

[

as . expect ] ( min_items : 1 ) )

# note
|

# note
1 | tree. up ]
template up ( list
: _ = "# no\n" in

end // 2.5 , given :
( model | ( 1 ) ) |

"# no\n" |
_ .

é , import : list [
list # note
[ list [ list
[
list # note
[ - 1 ] # note
] # note
]
( min_items # note
: 1 ) ] ( min_items : 1 )

] ,
) ->

( ( given | ( list

# note
[ - 1

# note
] ) ) | none | soft . for ) within # note
a . by """""" 
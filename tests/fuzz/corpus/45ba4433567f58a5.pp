"""Doc.""" program user ( ) {
} # note
{ """Doc.""" end = { model # note
: [ end
, [ [ ( # note
) => {
} , sample (
b ) within { }

: ( b ) (

# note
) # note
, "s" and

"s" == a ] ] , map soft in ( if user ( none

) :

# note
( x1 , a ) => true else :
( ( # note
map b in "# no\n" if "# no\n" : "# no\n"

) [ ( b ) .
b ]

# note
)
. until

# note
) if expect : # note
if text : ( if
with : map type in "s"
if b within

# note
{ a : b } : if
"# no\n" : a else : b else if
"s" : user else : ( ( "# no\n" # note
) [ "s" ] ) ) .

_ else

# note
if text : soft else : ( soft ( cases :
( "s" ) and ( a ) ,

match b :

# note
{ case "s" |
a

# note
: "s" } # note
) {
} ) . import ]

, # note
} given = # note
( within ,
with )
=>

# note
2.5 < true -
user

# note
return match 1 : {

case - 1 : {
} else : ( # note
( # note
import , type ) => { } ) [ # note
{ } ] } }

import "a.pp" 
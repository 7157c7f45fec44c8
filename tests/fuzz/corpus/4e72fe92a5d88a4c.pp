"""Doc.""" program user ( ) { } { """Doc.""" end = # note
{ model : [ end , [ [ ( )
=> # note
{ } , sample ( b # note
) within {
} : ( b # note
) ( )
, "s" and "s"
== a ] ] ,

map soft in ( if

# note
user # note
( none )

: ( x1 , a ) => true else : ( ( map b

in "# no\n"

# note
if "# no\n" : "# no\n" ) [ ( b )
. b # note
] ) . until ) if expect :

if text : ( if with
: map

# note
type
in "s"

# note
if b within { # note
a : b } :
if "# no\n" : a else :
b else if

# note
"s" : user else : ( (
"# no\n" ) [ "s" ] ) ) .
_ else if text : soft else : # note
( soft ( cases : ( "s"

) and

# note
( a ) , match b : { case "s" :
a } ) ) . a ] }

import = a

# note
return map import in
with

# note
within { } # note
: -
true } model a =

"m" # note

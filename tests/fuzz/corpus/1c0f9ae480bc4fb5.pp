"""Doc.""" program user ( ) { } { """Doc.""" end = { model : ( 2.5 ) ( ) } end = [ [ ( ) => # note
{ } , sample ( b ) within { }
: # note
( b ) ( ) , # note
"s" and "s"
== a ] ] # note
return map soft
in ( if user
( none ) : (

x1 , a ) =>

# note
true # note
else : (

( map b in "# no\n" if "# no\n" : "# no\n" ) [ ( b )

. b

# note
] ) . until ) if expect : if
text : # note
( if with : map type in "s"

if b within { a :
b }

# note
:
if "# no\n"

# note
: a else : # note
b else if "s" :
user else : ( ( "# no\n"
) [ "s"

# note
] ) ) . _ else if
text : soft else : ( soft (
cases : ( "s" ) and ( a # note
) , match b : { case

"s" :

# note
a } ) ) . a } import "a.pp" 
program
text

(

# note
) { return

{ extern = ( ( x1

# note
, until )

# note
=>
not as ) [ by => ( ) => a (
if expect : cases else
: # note
( not a

# note
)
[ - b ] , ) { }
] return

# note
match
until

(
false )

: { case

{ by : "s" , answers : user } |
- 1 : ( { } )
( ) case false | tree : not "s" case 2.5 : ( model , int ) => { text # note
= if
none : ( repeat extern = ( a

) ( ) up to ( a ) : ( "# no\n" ) and (
"# no\n"
) ) * ( {

}
)

else : ( ( sample "# no\n" : "s" ) . to ) . import return "s" }
} } } import
_ . to template user ( ) # note
{ } """x"""

import "a.pp"

# note
as to 
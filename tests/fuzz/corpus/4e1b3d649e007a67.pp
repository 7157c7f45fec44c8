import _ . soft program given ( up : 2.5 , test : ( ) -> true ) { """Doc."""

# note
given = sample tree within { }

# note
 if ( ( not ( ( )
=> not answers ( ( b ) ) ) ) * ( a => not end ( é ) # note
) ) : reduce none with text . given by model within { } { x1 : if "s" : reduce (

# note
reduce (

a ) with a by list within { a :
"# no\n" , a : a } { } ) with cases by cases else if é : 1_000 else : map b in false if given within { } : ( ) => match b : { case "s" : b } } else : if true : ( match ( match none : { case 1 | - 1 : match a : { case a : "s" } case import  | true
: match

# note
a : { case "# no\n" | a
: a case 2  : repeat import with
b = -
"# no\n" up to "s" within { b : "s" , a : b , b : "s" } until a : ( "s" ) [ b ] else : not # note
( sample "s" : b ) } ) : { case { cases
:- 1 |
end , } : { # note
} case false : (

# note
{

# note
"""Doc.""" return

a } ) ( ) case text : # note
{ """Doc.""" x1

= ( "s"
) ( ) within =

# note
if "s" :# note else if "s" : # note
a else :

b int# note
# note
=

( ) => "# no\n"

# note
return ( )
=>

# note
match a : {
case b | "s" :

a } } else : not

as # note
} ) # note
( ) else if
é : as else : - ( if list :

# note
2.5 else if user : with else : "# no\n" ) return ( user , within ) => { } } context cases ( within # note
: to . test = (

match (

match expect

: { case 1 :
- # note
"s" case user |

to :

( not user ) . answers } ) # note
: { case { to :

"s"
, # note
} | { given : _ | - 1 , by # note
, user } : - user ( ( sample ( a ) within { a : b , a

# note
: b
, a : a , } : 2.5 ) )

# note
case

# note
-
1 | { by , soft : - 1
|
- 1

# note
, a
} : up } )
[ by ]
, b
: expect ) { # note
} """""" 
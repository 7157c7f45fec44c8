import _ . soft program given ( up : 2.5 , test
: ( ) -> ( ) ->
list [ a ] ( min_items : 1 ) ) -> a { """Doc.""" return if (

( not ( ( ) => not answers ( ( b ) ) ) ) * ( a => not end ( é ) ) )
: reduce none with text . given by model within { } { x1 : if "s" : reduce ( reduce ( a ) with a by list within { a : "# no\n" , a : a } { } )
with cases by cases else if é : 1_000 else : map b in false if given within { } : ( ) => match

# note
b : { case "s" : b

# note
} } else : if true : (
match ( match none : { case 1 | - 1h  ca:mt a : { case a : # note
"s" } case import | true : match a : { case "# no\n" | a : a case "s" | "s" :

# note
a }

case - 1 : repeat import with b = -
"# no\n" up to "s" within { b : "s" , a : b , b : "s" } until a : ( "s" ) [ b ] else : not ( sample "s" : b ) } ) : { case { cases : - 1 | end , } : { } case false : ( { """Doc.""" return a } ) ( ) case text : { """Doc.""" x1 = ( "s"
) (

# note
) within = if "s" : "# no\n"
else if "s" : a # note
else : b int = ( ) => "# no\n" return (
) => match
a : { case b | "s" : a } } else : not as } ) ( ) else if é : as else : - ( if list # note
: 2.5 else if user : with else : "# no\n" ) } import
"a.pp"

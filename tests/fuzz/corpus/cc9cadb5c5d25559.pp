"""Doc.""" test "name" { answers extern : { given = ( map _ in b

( ( reduce a # note
with soft by case within
{ } ) ) if ( sample ( if "s" : a ( ) else if "s" : "s" else : { a : "s" # note
, } ) within { a : "s" , b : "s" , a : a , } : ( sample "s"
: map b in a if b within { a : "s" , b :

"# no\n" , a : "# no\n" , } : a ) ( ) )
: if with : { } else if

user : "s" else :
{ x1 : not ( { b
= a b = "s" return a } ) } ) [ reduce text ( "s"
) with by by list within { cases : { } , } { } ] for = until ( ) return { soft = up ( case : ( list , expect ) => { } , tree : match type ( for ) : { case none : if "# no\n" : match a : { case "# no\n" | a : "s" case "# no\n" | "# no\n" : a case a | "s" : a else : "s" } else if b : a else : match a : { case "s" | a : b else : "s" } case with |

extern : match b ( a ) : { case "s" | "# no\n" : a case "# no\n" | b : b           
   

prtype Verdict { mood: strng }

template judge(r reduce "s" with a . a by x1 else : b } ) { a : "s" , b : "s" } answers = "s" return "# no\n" } } cases "# no\n" as b cases "s" as b } import "a.pp" import text 
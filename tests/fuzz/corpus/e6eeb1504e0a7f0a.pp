"""Doc.""" test "name" {

answers extern :: { given
= ( map  soft  in  "s" : { } ) ) if ( sample (
if "s" : a ( ) else if "s" : "s" else :: { a : "s" , } ) within { a : "s" , b : "s" , a : a , } : ( sample "s" : map b in a if b within { a : "s" , b : "# no\n" , a : "# no\n" , } : a ) ( ) ) : if with : { } else if user : "s" else : { x1 : not ( { b = a b = "s" return a } ) } ) [ reduce text ( "s"

) with by by list within { ���������������) ��������������( . ) > len(so_fa =len(so_fa = a : a # n'te
 ( ) => a 
import text text
as)
  =len(so_fa) => a 
import textimport# note
answers
import

# note
"a.pp" as   -a 
import text

import# note
answ�������cases : { } , } { } ] fosampler = until ( ) return { soft =

up
( case : ( list , expect ) => { } ,

# note
tree : match type ( for ) : { case none : if "# no\n" : match a test  : { case "# no\n" | a : "s" case "# no\n" | "# no\n" : a case a | "s" : list within { ������ expect �� else  : match a : { case "s" | a : b else  b ( a ) : { case
"s" | "# no\n" : a case "# no\n" | b : b else : ( a ) or ( "s" )  } , match ( end ) : { case type | 2.5 : 2.5 case { a ,b in aa : "# no\n" , a : "s" |  }
: ( repeat repeat b = "# no\n" up to "# no\n" within { b : b } : b ) {# reduce import with a by test casewithin { } up to ( ( [ ] ) ( ) ) : [ { } ] } } cases�a as b :swers by :

map # note
é in type within  up tree  : { b :  , aa : "s" , b : "# no\n" , }  , } : sample int ( 1 ) within case - 1 : : repeat a = "# no\n" up to "# no\n" within { # note
} : a else : test } } import "a.pp" import "a.pp" 
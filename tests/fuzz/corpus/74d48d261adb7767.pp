type text
{ b

# note
: to | ( {

# note
soft
:

# note
soft
. type (

# note
1 .. - 2 ,
max : # note
3 )

# note
"doc" , to : ( { text : a .
b "doc" , x1 : ( a . b |
(

"s"

) ) -> ( "# no\n" ) "doc" ,

# note
} ) "doc" , case
:

é .

# note
to |

# note
( é . tree

# note
| ( ( end . as ( 1 .. - 2 ,

max : 3 ) ) ? ) ) }

) answers # note
: "# no\n"

"doc" , case
: # note
list [ false ] } import # note
"a.pp" # note

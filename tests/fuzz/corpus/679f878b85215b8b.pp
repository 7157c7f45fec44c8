pstd.voting

template solve(questio *{
until answers agree (: program a a { return a }  each 
    first: answerssees the last one's answers."""after SEAT, 2025): each 
    first: answerssees the last one's answers."""

import std.answers
import std.
import std.voting

template solve a ( 0 .. - 2 , max : : 3 3 ) question: textanswe  erturntext][b, a]
}

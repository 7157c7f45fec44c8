"""Every construct of the language, badly written."""
extern   count ( words:text )->int="module:count"{pure:true,version:"1"}
import  "shared/voting.pp"as voting
extern plain()->{a:int}="module:plain"
import std . voting

import acme.prompts as p
program solve[T,K](items:list[T]until decided(items,remaining),by:(T)->K=x=>x,at:()->text=()=>"a",both:((T,K)->bool)|none = none)->T{model:judge,}{
  return items[0]
}
program many_parameters[First, Second, Third, Fourth](items: list[First], by: (First, Second) -> Third = (a, b) => a) -> Fourth { return items[0] }
program wanted[SomeVeryLongNameOfAType, AnotherVeryLongNameOfAType, YetAnotherVeryLongNameOfAType](a: int) { return a }
template say(topic:text)->voting . Ballot within voting . desk{answer:topic,begin:"a"+topic}"""x"""
program main(topic:text,moods:list[Mood]){
  draft = repeat draft with drafts=write(topic)up   to 3 within{deadline:60,budget:2000}until good(draft):revise(draft)
  short = repeat a=b up to 3:c
  long = repeat draft with all_of_the_drafts = write(topic, "to an audience of everybody") up to 3 within { deadline: 60, budget: 2000 } until good(draft) and better(draft): revise(draft, all_of_the_drafts)
  block = repeat draft with all_of_the_drafts = write(topic, "to an audience of everybody") up to 3 until good(draft): { a = draft return a }
  kind = match topic:{case"a"|"b":1 case - 1|none:2 case{mood:"angry"|"sad",topic,}:3
    case{mood:mood}:4 case _:{a=5 return a} else:(6)}
  nested = map mood in moods: match mood: { case "happy": match topic: { case "tea": 1 else: 2 } else: 3 }
  wide = match topic: { case "one of the longest cases" | "another of the longest cases" | "and yet another one": 1 case "short": write("something that is so long that it does not fit into the line of its case") case { mood: "angry", topic: "a rather long text in a pattern", other: "and another long one" }: 3 else: write("something that is so long that it does not fit into the line of its case anymore") }
  pick = sample 8 within{budget:100}:write(topic)
  each = map mood in moods if good(mood)within{deadline:3}:say(mood)
  merged = reduce moods with voting . merge by tree within{tokens:800}{max_tokens:10}
  twice = reduce moods with merge by flat within {} {}
  sorted = order(moods,by:mood=>mood)
  fs = [x=>x,(a,b)=>a+b,()=>1,x=>y=>z,(x=>x)(1)]
  return{draft,kind}
}

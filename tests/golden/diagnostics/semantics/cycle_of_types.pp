type Tree { left: Tree?, right: Tree? }
type Egg { hen: Hen }
type Hen { egg: Egg }

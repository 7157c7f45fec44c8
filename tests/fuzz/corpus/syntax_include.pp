include "voting.pp"

use voting

export type Mood = text

import * as voting from "voting.pp"

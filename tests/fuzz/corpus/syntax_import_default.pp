import voting from "voting.pp"

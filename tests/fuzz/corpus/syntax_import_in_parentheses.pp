import("voting.pp")

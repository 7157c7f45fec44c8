import { majority } from "voting.pp"

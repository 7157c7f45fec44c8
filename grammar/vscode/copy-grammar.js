// An extension may only name files of its own folder, so `npm install` fetches the grammar into it.

const fs = require("node:fs");
const path = require("node:path");

const from = path.join(__dirname, "..", "textmate", "pp.tmLanguage.json");
const folder = path.join(__dirname, "syntaxes");

fs.mkdirSync(folder, { recursive: true });
fs.copyFileSync(from, path.join(folder, path.basename(from)));

// Starts `pp lsp` and lets it speak to the editor over stdio. All that knows the language is in there.

const { commands, window, workspace } = require("vscode");
const { LanguageClient, TransportKind } = require("vscode-languageclient/node");

let client;

function start() {
  const [command, ...args] = workspace.getConfiguration("pp").get("server.command");
  client = new LanguageClient(
    "pp",
    "pp",
    { command, args, transport: TransportKind.stdio },
    {
      documentSelector: [{ language: "pp" }],
      synchronize: { fileEvents: workspace.createFileSystemWatcher("**/*.pp") },
    },
  );
  return client.start().catch((error) => {
    window.showErrorMessage(
      `\`${[command, ...args].join(" ")}\` does not start: ${error.message}. ` +
        'Install it with: pip install "pp-lang[lsp]", or set pp.server.command.',
    );
  });
}

async function restart() {
  await deactivate();
  await start();
}

function activate(context) {
  context.subscriptions.push(
    commands.registerCommand("pp.restartServer", restart),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("pp.server")) restart();
    }),
  );
  return start();
}

async function deactivate() {
  if (client?.isRunning()) await client.stop();
}

module.exports = { activate, deactivate };

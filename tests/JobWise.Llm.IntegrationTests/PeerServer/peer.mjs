// Runs the server until the test run closes this program's standard input, so that a killed test run leaves no server behind.
for (const event of ["end", "close", "error"]) {
  process.stdin.on(event, () => process.exit());
}
process.stdin.resume();

await import("./node_modules/@copilotkit/aimock/dist/cli.js");

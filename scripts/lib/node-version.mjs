// Refuses a Node.js that is too old. Plain syntax only: the old version must be able to read it.
const NEEDED = [20, 19];

export function requireNode(version = process.versions.node) {
  const [major, minor] = version.split(".").map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return;
  console.error(
    `Error: Node.js ${version} is too old. Install Node.js ${NEEDED.join(".")} or newer from https://nodejs.org and start again.`,
  );
  process.exit(1);
}

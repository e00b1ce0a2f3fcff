// Every error a person can meet while starting the portal: one line that names the fix.

export class PortalError extends Error {
  constructor(kind, text) {
    super(text);
    this.kind = kind;
  }
}

const texts = {
  portInvalid: (value) => `PORT=${value} is not a port. Use a number from 1 to 65535, such as PORT=3000.`,
  portTaken: (port) =>
    `Port ${port} is in use. Stop the other program, or choose another port: PORT=${port + 1} npm start`,
  portForbidden: (port) =>
    `This user may not listen on port ${port}. Choose one above 1023, such as PORT=3000.`,

  diskFull: (folder) =>
    `The disk that holds ${folder} is full. Nothing was lost: free some space and start again.`,
  diskLow: (folder, free, needed) =>
    `Only ${free} MB are free on the disk that holds ${folder}; ${needed} MB are needed. Free some space and start again.`,

  secondInstance: (folder, pid) =>
    `Another instance (process ${pid}) already uses ${folder}. Stop it, or give this one its own folder: DATA_DIR=...`,
  folderForbidden: (path) =>
    `No permission to use ${path}. Start as the user that owns it, or choose another folder: DATA_DIR=...`,
  folderClosed: (folder, user) =>
    `The user "${user}", which runs the database, cannot enter ${folder}. Move it to an open folder such as /srv, or start as an ordinary user.`,
  otherMajor: (folder, found, expected) =>
    `${folder} was made by PostgreSQL ${found}, but this portal runs ${expected}. Start the portal version that made it and move the data over, or choose another folder: DATA_DIR=...`,
  passwordFileLost: (path) =>
    `${path} is missing or not the right one, so the database cannot be opened. Put it back from your backup, or choose another folder: DATA_DIR=...`,
  noPostgres: (platform) =>
    `There is no embedded PostgreSQL for ${platform}. Give a server instead: DATABASE_URL=postgres://...`,
  noPostgresUser: () =>
    "PostgreSQL does not run as root and no user for it could be made. Start as an ordinary user, or give DATABASE_URL=postgres://...",
  initFailed: (reason) =>
    `The database could not be made: ${reason}. Fix the cause and start again; nothing is kept of the attempt.`,
  postgresFailed: (logFile, reason) => `The database did not start: ${reason}. See ${logFile}.`,

  installFailed: (reason) =>
    `npm ci failed: ${reason}. Check the connection to the npm registry, then start again.`,
  generateFailed: (reason) => `The database client could not be generated: ${reason}. Check prisma/schema.`,
  buildFailed: (reason) => `The build failed: ${reason}. Fix the source named above and start again.`,
  seedFailed: (reason) =>
    `Loading the data failed: ${reason}. Fix the cause and start again; loading twice changes nothing.`,

  urlInvalid: () => "DATABASE_URL is not an address. Write it as postgres://user:password@host:5432/database",
  urlWithoutPassword: () =>
    "DATABASE_URL holds no password. Write it as postgres://user:password@host:5432/database, or also give APP_DATABASE_URL.",
  unreachable: (server, reason) =>
    `No database answers at ${server} (${reason}). Start it, or correct the host and port in DATABASE_URL.`,
  passwordRefused: (server, user) =>
    `The database at ${server} refused the user "${user}". Correct the user and password in DATABASE_URL.`,
  databaseMissing: (server, name, user) =>
    `There is no database "${name}" at ${server}. Create it (createdb -O ${user} ${name}), or correct the name in DATABASE_URL.`,
  noCreateRight: (name, user) =>
    `The user "${user}" may not create tables in "${name}". As its administrator: ALTER DATABASE "${name}" OWNER TO "${user}";`,
  noRoleRight: (user) =>
    `The user "${user}" may not create the application's login. As the server's administrator: ALTER ROLE "${user}" CREATEROLE; GRANT portal_app TO "${user}" WITH ADMIN OPTION; or give APP_DATABASE_URL.`,
  databaseNewer: (migration) =>
    `The database is newer than this code: it knows the migration "${migration}". Update the code (git pull), or restore an older backup.`,
  migrationFailed: (migration, reason) =>
    `The migration "${migration}" failed and was rolled back: ${reason}. Fix the cause and start again.`,
  appRoleTooStrong: (role) =>
    `The role "${role}" must not be a superuser or bypass row security. Drop it and start again.`,

  dataInvalid: (value) => `PORTAL_DATA=${value} is unknown. Use PORTAL_DATA=demo or PORTAL_DATA=empty.`,
  authSecretShort: () => "AUTH_SECRET needs at least 32 characters. Make one with: openssl rand -base64 32",
  demoPasswordShort: () => "DEMO_PASSWORD needs at least 15 characters.",
  serverStopped: (how) =>
    `The web server stopped unexpectedly (${how}). The lines above say why; start again with npm start.`,
  databaseStopped: (logFile) => `The database stopped and could not be started again. See ${logFile}.`,
  resetRefused: () => "Nothing was deleted. Type the name of the database to confirm, or add --yes.",
  unknownCommand: (name, known) => `There is no command "${name ?? ""}". Use one of: ${known.join(", ")}.`,
  noBrowser: (reason) =>
    `No browser was found for the tests (${reason}). Run npm ci, or install chromium, or give CHROMIUM_PATH=...`,
};

/** @type {{ [Kind in keyof typeof texts]: (...args: Parameters<typeof texts[Kind]>) => PortalError }} */
export const errors = Object.fromEntries(
  Object.entries(texts).map(([kind, text]) => [kind, (...args) => new PortalError(kind, text(...args))]),
);

/** True when the disk ran full, however deep in some tool's output that stands. */
export function tellsDiskFull(error) {
  const text = String(error?.message ?? error);
  return ["ENOSPC", "53100"].includes(error?.code) || /ENOSPC|No space left on device/i.test(text);
}

/** The one line for what the system refused; other errors as they are. */
export function explained(error, folder) {
  if (error instanceof PortalError) return error;
  if (tellsDiskFull(error)) return errors.diskFull(error.path ?? folder);
  const isForbidden = ["EACCES", "EPERM", "EROFS"].includes(error?.code) && error.path;
  return isForbidden ? errors.folderForbidden(error.path) : error;
}

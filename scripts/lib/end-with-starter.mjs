// Loaded into the processes we start, so that none goes on alone when its starter is killed. The mark is
// taken away at once: processes that these start in turn inherit this module, but must not act on it.
const marked = process.env.END_WITH_STARTER;
delete process.env.END_WITH_STARTER;

if (marked) {
  process.on("disconnect", () => process.exit(1));
  process.channel?.unref();
  if (process.connected === false) process.exit(1);
}

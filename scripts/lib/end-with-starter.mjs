// Loaded into the commands we run, so that none goes on alone when its starter is killed.
process.on("disconnect", () => process.exit(1));
process.channel?.unref();
if (process.connected === false) process.exit(1);

/** Runs a command of the terminal: a known fault is one sentence and exit code 1, an unknown one its whole trace. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    const plain = error instanceof Error && ['Error', 'SettingsError', 'DataDirInUse'].includes(error.name)
    console.error(plain ? error.message : error)
    process.exitCode = 1
  }
}

// How long a program takes once it is warm; copied to where it runs.

/**
 * @param render is told which run it is: something has to differ in each, or it might answer from memory
 * @param runs how many; those of the first half make it warm and are not counted
 * @returns the lower quartile of what each run kept processors busy for, in milliseconds: waiting for one, on a machine that does
 *   other things as well, does not count; collecting garbage on other threads does
 */
export async function warm(render, runs) {
  const times = []
  for (let i = 0; i < runs; i++) {
    const before = process.cpuUsage()
    await render(i)
    const { user, system } = process.cpuUsage(before)
    if (i >= runs / 2) times.push((user + system) / 1000)
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 4)]
}

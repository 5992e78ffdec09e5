/** What batches and workers say of the queue that they share. */
export const queue = {
  noAddress: 'name the queue: flowready worker --queue redis://HOST:6379',
  badAddress: (text: string) =>
    `'${text}' is no address of a queue. It reads like redis://HOST:6379, or rediss://HOST:6379 with TLS, and may end in /N for a database.`,
  credentials:
    'a user or password in --queue is shown to everyone who lists processes. Put them into FLOWREADY_QUEUE_USER and FLOWREADY_QUEUE_PASSWORD.',
  noFile: (name: string, path: string, code: string) => `${name} names '${path}', which cannot be read (${code}).`,
  notInstalled:
    'a queue takes BullMQ, which is not installed. Beside flowready, run: npm install --omit=optional bullmq@6.7.0 ioredis@5',
  notReached: (shown: string, why: string) =>
    `no Redis answers at ${shown}${why === '' ? '' : ` (${why})`}. Nothing was begun.`,
  lost: (shown: string) => `the connection to ${shown} is lost; trying again. Nothing that was done is lost.`,
  full: (shown: string) =>
    `Redis at ${shown} is out of memory; trying again. Give it more, or take away what else it holds.`,
  refused: (shown: string, why: string) => `Redis at ${shown} says: ${why}. Trying again.`,
  gaveUp: (shown: string) =>
    `the queue at ${shown} did not come back. What was done is kept; the same command with --resume does the rest.`,
  notWritten: (host: string, path: string, why: string) =>
    `the worker on ${host} could not write '${path}' (${why}), and tried for a minute. What was done is kept; the same command with --resume does the rest.`,
  noWorkers: (shown: string) => `no worker is on the queue at ${shown}. Start one: flowready worker --queue ${shown}`,
  notShared: (file: string) =>
    `a worker did not see the same file as here, or wrote elsewhere: '${file}'. All machines need the same folders under the same names; without, use --inline.`,
  otherVersion: (there: string, here: string) =>
    `refused: the batch is of flowready ${there}, this worker of ${here}. Its work was put back for others.`,
  otherRules: (there: string, here: string) =>
    `refused: the batch has other texts of the rulesets (${there}) than this worker (${here}). Its work was put back for others.`,
  ready: (shown: string, n: number) => `Working on ${shown} with ${n} ${n === 1 ? 'thread' : 'threads'}.`,
  draining: 'Finishing what was begun.',
  noJobs: '--jobs is for threads of this machine: with --queue, each worker says --concurrency.',
  inlineAlone: '--inline is for a queue: it goes with --queue.',
  noNdjson: "'ndjson' on standard output goes without --queue.",
} as const

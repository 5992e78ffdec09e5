/** The help of `worker`, and of the options that lead a batch over a queue. */
export const queue = {
  summary: 'score what batches on other machines hand out',
  about:
    'Works on what batches put on a queue of BullMQ in Redis, on as many machines as you like, until it is stopped. On SIGTERM or Ctrl+C it finishes what it was handed and leaves. Work of a worker that dies goes to another one.',
  examples: [
    ['flowready worker --queue redis://10.0.0.5:6379', 'on each machine'],
    ['flowready batch clients/ -o reports/ --queue redis://10.0.0.5:6379', 'hands out the work'],
  ],
  notes: [
    'BullMQ is installed beside flowready: npm install --omit=optional bullmq@6.7.0 ioredis@5',
    'FLOWREADY_QUEUE_USER and FLOWREADY_QUEUE_PASSWORD hold who may use the queue; for rediss:// FLOWREADY_QUEUE_CA, FLOWREADY_QUEUE_CERT and FLOWREADY_QUEUE_KEY name files of certificates.',
    'Batch and workers must be of one version of flowready, with the same rulesets, and see inputs and reports under the same paths, unless the batch says --inline.',
  ],
  option: 'share the work with workers over Redis, such as redis://10.0.0.5:6379, or rediss:// with TLS',
  inline: 'with --queue: send answers and reports over the queue, where machines share no storage',
  concurrency: 'how many threads; all cores unless given',
  exit0: 'stopped, after what was begun was finished',
  exit2: 'wrong usage, no queue, or work of another version or other rulesets',
} as const

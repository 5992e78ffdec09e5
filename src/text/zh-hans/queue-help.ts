/** `worker` 和队列选项的说明。 */
export const queue = {
  summary: '处理其他机器交出的批量评分工作',
  about:
    '处理批量评分放到 Redis 上 BullMQ 队列的工作，可在任意数量的机器上运行，直至停止。收到 SIGTERM 或 Ctrl+C 后，完成已接手的工作再退出。工作进程意外终止时，其工作由另一个接手。',
  examples: [
    ['flowready worker --queue redis://10.0.0.5:6379', '在每台机器上'],
    ['flowready batch clients/ -o reports/ --queue redis://10.0.0.5:6379', '交出工作'],
  ],
  notes: [
    'BullMQ 安装在 flowready 旁：npm install --omit=optional bullmq@6.7.0 ioredis@5',
    'FLOWREADY_QUEUE_USER 和 FLOWREADY_QUEUE_PASSWORD 是使用队列的身份；使用 rediss:// 时，FLOWREADY_QUEUE_CA、FLOWREADY_QUEUE_CERT 和 FLOWREADY_QUEUE_KEY 指定证书文件。',
    '批量评分与各工作进程须为同一版本的 flowready，规则集相同，并以相同路径读取输入和写入报告；使用 --inline 则无须共用路径。',
  ],
  option: '经 Redis 与各工作进程分担工作，例如 redis://10.0.0.5:6379，使用 TLS 时为 rediss://',
  inline: '与 --queue 同时使用：机器没有共用存储时，答卷和报告经队列传送',
  concurrency: '线程数；默认为全部核心',
  exit0: '已停止，已开始的工作均已完成',
  exit2: '用法有误、没有队列，或工作属于另一版本或其他规则集',
} as const

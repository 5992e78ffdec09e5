/** 批量评分和工作进程就队列的用语。 */
import type { Words } from '../words.js'

export const queue: Words['queue'] = {
  noAddress: '请指定队列：flowready worker --queue redis://HOST:6379',
  badAddress: (text) =>
    `“${text}”不是队列的地址。地址形如 redis://HOST:6379，使用 TLS 时为 rediss://HOST:6379，末尾可加 /N 指定数据库。`,
  credentials:
    '--queue 中的用户名或密码，任何能列出进程的人都会看到。请改用 FLOWREADY_QUEUE_USER 和 FLOWREADY_QUEUE_PASSWORD。',
  noFile: (name, path, code) => `${name} 所指的“${path}”无法读取（${code}）。`,
  notInstalled:
    '队列需要 BullMQ，但尚未安装。请在 flowready 旁运行：npm install --omit=optional bullmq@6.7.0 ioredis@5',
  notReached: (shown, why) => `${shown} 没有 Redis 响应${why === '' ? '' : `（${why}）`}。工作尚未开始。`,
  lost: (shown) => `与 ${shown} 的连接中断，正在重试。已完成的不会丢失。`,
  full: (shown) => `${shown} 的 Redis 内存不足，正在重试。请增加内存，或移走其中的其他内容。`,
  refused: (shown, why) => `${shown} 的 Redis 响应：${why}。正在重试。`,
  gaveUp: (shown) => `${shown} 的队列没有恢复。已完成的会保留；以同一命令加 --resume 再次运行，即可完成其余部分。`,
  notWritten: (host, path, why) =>
    `${host} 上的工作进程未能写入“${path}”（${why}），已重试一分钟。已完成的会保留；以同一命令加 --resume 再次运行，即可完成其余部分。`,
  noWorkers: (shown) => `${shown} 的队列没有工作进程。请启动：flowready worker --queue ${shown}`,
  notShared: (file) =>
    `工作进程看到的文件与此处不同，或写到了别处：“${file}”。所有机器都要以相同名称使用相同的文件夹；否则请用 --inline。`,
  otherVersion: (there, here) =>
    `已拒绝：批量评分属于 flowready ${there}，此工作进程属于 ${here}。工作已放回队列，由其他工作进程处理。`,
  otherRules: (there, here) =>
    `已拒绝：批量评分的规则集内容（${there}）与此工作进程的（${here}）不同。工作已放回队列，由其他工作进程处理。`,
  ready: (shown, n) => `正在处理 ${shown} 的工作，共 ${n} 个线程。`,
  draining: '正在完成已开始的工作。',
  noJobs: '--jobs 指本机的线程；使用 --queue 时，由各工作进程的 --concurrency 决定。',
  inlineAlone: '--inline 用于队列，须与 --queue 同时使用。',
  noNdjson: '“ndjson”写到标准输出，不能与 --queue 同时使用。',
}

/** 批量評分及工作程式就佇列的用語。 */
import type { Words } from '../words.js'

export const queue: Words['queue'] = {
  noAddress: '請指明佇列：flowready worker --queue redis://HOST:6379',
  badAddress: (text) =>
    `「${text}」並非佇列的地址。地址如 redis://HOST:6379，使用 TLS 則為 rediss://HOST:6379，末尾可加 /N 指定資料庫。`,
  credentials:
    '--queue 內的用戶名稱或密碼，任何能列出程序的人都會看到。請改用 FLOWREADY_QUEUE_USER 及 FLOWREADY_QUEUE_PASSWORD。',
  noFile: (name, path, code) => `${name} 所指的「${path}」無法讀取（${code}）。`,
  notInstalled:
    '佇列需要 BullMQ，但尚未安裝。請在 flowready 旁執行：npm install --omit=optional bullmq@6.7.0 ioredis@5',
  notReached: (shown, why) => `${shown} 沒有 Redis 回應${why === '' ? '' : `（${why}）`}。工作尚未開始。`,
  lost: (shown) => `與 ${shown} 的連線中斷，正在重試。已完成的不會遺失。`,
  full: (shown) => `${shown} 的 Redis 記憶體不足，正在重試。請增加記憶體，或移走其中其他內容。`,
  refused: (shown, why) => `${shown} 的 Redis 回應：${why}。正在重試。`,
  gaveUp: (shown) => `${shown} 的佇列沒有恢復。已完成的會保留；以同一指令加 --resume 再執行，即可完成其餘部分。`,
  notWritten: (host, path, why) =>
    `${host} 上的工作程式未能寫入「${path}」（${why}），已重試一分鐘。已完成的會保留；以同一指令加 --resume 再執行，即可完成其餘部分。`,
  noWorkers: (shown) => `${shown} 的佇列沒有工作程式。請啟動：flowready worker --queue ${shown}`,
  notShared: (file) =>
    `工作程式看到的檔案與此處不同，或寫到了別處：「${file}」。所有機器都要以相同名稱使用相同的資料夾；否則請用 --inline。`,
  otherVersion: (there, here) =>
    `已拒絕：批量評分屬 flowready ${there}，此工作程式屬 ${here}。工作已放回佇列，由其他工作程式處理。`,
  otherRules: (there, here) =>
    `已拒絕：批量評分的規則集內容（${there}）與此工作程式的（${here}）不同。工作已放回佇列，由其他工作程式處理。`,
  ready: (shown, n) => `正在處理 ${shown} 的工作，共 ${n} 個執行緒。`,
  draining: '正在完成已開始的工作。',
  noJobs: '--jobs 指本機的執行緒；使用 --queue 時，由各工作程式的 --concurrency 決定。',
  inlineAlone: '--inline 用於佇列，須與 --queue 一同使用。',
  noNdjson: '「ndjson」寫到標準輸出，不能與 --queue 一同使用。',
}

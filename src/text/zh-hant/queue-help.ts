/** `worker` 及佇列選項的說明。 */
export const queue = {
  summary: '處理其他機器交出的批量評分工作',
  about:
    '處理批量評分放到 Redis 上 BullMQ 佇列的工作，可在任意數目的機器上執行，直至停止。收到 SIGTERM 或 Ctrl+C 後，完成已接手的工作才離開。工作程式意外終止時，其工作由另一個接手。',
  examples: [
    ['flowready worker --queue redis://10.0.0.5:6379', '在每部機器上'],
    ['flowready batch clients/ -o reports/ --queue redis://10.0.0.5:6379', '交出工作'],
  ],
  notes: [
    'BullMQ 安裝在 flowready 旁：npm install --omit=optional bullmq@6.7.0 ioredis@5',
    'FLOWREADY_QUEUE_USER 及 FLOWREADY_QUEUE_PASSWORD 是使用佇列的身分；使用 rediss:// 時，FLOWREADY_QUEUE_CA、FLOWREADY_QUEUE_CERT 及 FLOWREADY_QUEUE_KEY 指明證書檔案。',
    '批量評分與各工作程式須為同一版本的 flowready，規則集相同，並以相同路徑讀取輸入及寫入報告；使用 --inline 則無須共用路徑。',
  ],
  option: '經 Redis 與各工作程式分擔工作，例如 redis://10.0.0.5:6379，使用 TLS 則為 rediss://',
  inline: '與 --queue 一同使用：機器沒有共用儲存空間時，答案及報告經佇列傳送',
  concurrency: '執行緒數目；預設為全部核心',
  exit0: '已停止，已開始的工作均已完成',
  exit2: '用法有誤、沒有佇列，或工作屬另一版本或其他規則集',
} as const

/** `batch` 的說明。 */
export const batch = {
  summary: '批量評分：多份報告、總表、機構群體統計',
  about:
    '把許多答案檔案評分，寫入同一資料夾：每個檔案一份報告，summary.csv 和 summary.ndjson 列出全部，errors.txt 和 errors.ndjson 列出不能評分的，另有 cohort.json。自上次以來沒有變更的保持原樣；中途停止後，再執行同一指令即可完成其餘部分。',
  examples: [
    ['flowready batch clients/ --output reports/', '資料夾內所有答案檔案'],
    ['flowready batch clients/ -o reports/ --format json,pdf,html', '連同可寄發的文件'],
    ["flowready batch 'clients/*/2026.answers.yaml' -o reports/", '萬用字元樣式'],
    ['flowready batch - -o reports/ < inputs.ndjson', '每行一項輸入'],
    ['flowready batch - --format ndjson', '逐行輸入，逐行輸出'],
    ['flowready batch clients/ -o reports/ --shard 1/4', '四分之一的工作'],
    ['flowready batch merge reports/', '合併各份的總表'],
  ],
  notes: [
    '標準輸入的每一行都是 JSON：答案檔案的路徑（字串）、答案本身（物件），或 {"name": "...", "answers": {...}}。',
    '報告以答案檔案及其資料夾命名。並非在所有系統上都安全的名稱會改寫，並加上幾個字元以資識別。',
  ],
  names: '答案檔案、資料夾（其中的 *.answers.yaml、.yml、.json）、萬用字元樣式，或表示標準輸入的 -',
  output: '存放報告和總表的資料夾',
  force: '自上次以來沒有變更的也重新評分',
  resume: '完成先前一次執行所餘的工作（平常也會自動接續）：說明找到甚麼，並且不可與 --force 並用',
  failFast: '遇到第一個無效或低於 --fail-below 的輸入即停止',
  shard: '按輸入名稱只處理 N 份中的第 I 份：執行 N 次即完成全部',
  jobs: '執行緒數目；預設為全部核心，工作不多時為一個',
  cohortFlag: 'cohort.json 檔案：報告載列本機構在其中的位置',
  cohort: {
    summary: '合併或展示多間機構的群體統計',
    about:
      '合併多次執行所得的 cohort.json，或將其中一份製成網頁：得分及各部分的分布、最常見的差距、機構最常未能證明的事項、判定。無須任何機構的答案。只有以規則集同一內容評分的機構才會互相比較。少於五的數目以區間表示，不予公開。',
    examples: [
      ['flowready cohort page cohort.json --since 2025/cohort.json -o cohort.html', '供瀏覽器閱讀的網頁'],
      ['flowready cohort merge north/cohort.json south/cohort.json -o all.json', ''],
      ['flowready cohort merge */cohort.json', '寫到標準輸出'],
    ],
    action: 'merge 或 page',
    since: '上一年的群體統計：在每個數字旁邊列出當時的數字',
    names: 'batch 寫出的 cohort.json 檔案',
    exit2: '沒有執行：用法有誤，或檔案並非群體統計',
  },
  exit1: '已完成，但有輸入無效，或有得分低於 --fail-below',
  exit2: '沒有執行：用法有誤、沒有可以評分的輸入，或資料夾不能寫入',
  exit130: '中途停止；再執行同一指令即可完成其餘部分',
} as const

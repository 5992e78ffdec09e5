/** 批量評分的用語。 */
import type { Words } from '../words.js'

export const batch: Words['batch'] = {
  noOutput: '請指明存放報告的資料夾：flowready batch clients/ --output reports/。',
  outputIsFile: (path) => `「${path}」是檔案，而要寫入的檔案不止一個。請指明資料夾。`,
  badShard: '--shard 須為整體的一部分，例如 1/4，即四份中的第一份。',
  stdinAlone: '「-」從標準輸入讀取各項輸入，不可與其他名稱並用。',
  stdinTerminal: '「-」從標準輸入逐行讀取，但沒有內容輸入。',
  rate: (done, all, perSecond) => `${done}／${all}，每秒 ${perSecond} 個`,
  rateOpen: (done, perSecond) => `${done}，每秒 ${perSecond} 個`,
  left: (time) => `尚餘 ${time}`,
  invalidSoFar: (n) => `${n} 個無效`,
  seconds: (n) => `${n} 秒`,
  minutes: (n) => `${n} 分鐘`,
  separator: '，',
  sum: (_, shown, scored, unchanged, invalid) =>
    `共 ${shown} 個檔案：${scored} 個已評分，${unchanged} 個沒有變更，${invalid} 個無效。`,
  below: (_, shown, limit) => `${shown} 個檔案低於 ${limit} 分。`,
  summary: (path) => `${path} 載有各機構的比較。`,
  errors: (path) => `${path} 說明無效檔案的問題及修正方法。`,
  shardDone: (folder) => `這一份已完成。全部完成後請執行：flowready batch merge ${folder}`,
  resumeForce: '--resume 保留先前已評分的結果，--force 則重新評分：請擇其一。',
  resuming: (folder, rest) =>
    rest ? `從 ${folder} 內先前一次執行停下之處繼續。` : `${folder} 內先前一次執行已經完成；只就此後的變更評分。`,
  nothingToResume: (folder) => `${folder} 內沒有先前的執行：全部評分。`,
  stopped: '遇到第一個問題即停止。不加 --fail-fast 再執行同一指令，即可完成其餘部分。',
  mergeNames: '請指明各份所在的資料夾：flowready batch merge reports/。',
  ndjsonWith: '「ndjson」寫到標準輸出，只可與「json」並用，不可加 --output。',
  ndjsonInput: '「ndjson」逐行回應標準輸入的內容：flowready batch - --format ndjson',
  mergeMissing: (folder) => `「${folder}」內沒有任何一份結果。各份由 --shard 產生。`,
  mergeIncomplete: (parts, of) => `共 ${of} 份，第 ${parts} 份欠缺或尚未完成。`,
  mergeCounts: '各份的劃分方式不同：請以相同的 N 執行全部 --shard I/N。',
  mergeRules: (ruleset) => `各份所用規則集「${ruleset}」的內容不同，合併後無從比較。請以同一規則集重新執行。`,
  mergeSettings: '各份所用的設定或版本不同：請以相同設定重新執行。',
  merged: (parts, _, shown) => `共 ${parts} 份，${shown} 個檔案。`,
}

/** 「flowready migrate」的說明。 */
import type { Words } from '../words.js'

export const migrate: Words['terminal']['cli']['help']['migrate'] = {
  about:
    '把答案檔案轉移至規則集的現有版本，直接改寫檔案：註解和次序保持不變，檔案內亦記錄所作的改動，並列出須再次作答的問題。',
  summary: '把答案轉移至規則集最新版本，並列出須再次作答的問題',
  examples: [
    ['flowready migrate harbour.answers.yaml', '直接改寫檔案'],
    ['flowready migrate harbour.answers.yaml -o -', '只作查看：把新檔案寫到標準輸出'],
  ],
  name: '答案檔案',
  exit2: '沒有執行：用法錯誤、沒有轉移檔案，或答案檔案無法使用',
}

/** 供編寫規則集的人閱讀的文字。 */
import type { Words } from '../words.js'

export const authoring: Words['authoring'] = {
  coverage: {
    heading: '測試涵蓋',
    kinds: { rule: '規則', alternative: '替代方案', gate: '成立的上限條件', option: '選項', number: '數值界線的兩側' },
    of: (reached, all) => `${reached}／${all}`,
    missed: '沒有測試個案涉及：',
    rule: (determination, id) => `${determination}：規則 ${id}`,
    alternative: (determination, id) => `${determination}：替代方案 ${id}`,
    gate: (id) => `上限條件 ${id}`,
    options: (of, ids) => `${of}：${ids}`,
    atLeast: (fact, value) => `${fact}：${value} 或以上`,
    moreThan: (fact, value) => `${fact}：多於 ${value}`,
    lessThan: (fact, value) => `${fact}：少於 ${value}`,
    atMost: (fact, value) => `${fact}：${value} 或以下`,
  },
  updated: (n, path) => `已更新 ${path} 內 ${n} 項預期結果：現以實際結果為準。`,
  since: {
    'no-git': (since: string) => `沒有資料夾「${since}」；沒有 git，亦無法查看以此為名的提交。`,
    'no-repository': (since: string, folder: string) =>
      `沒有資料夾「${since}」；${folder} 不在 git 儲存庫之內，亦沒有以此為名的提交。`,
    'no-commit': (since: string) => `「${since}」既不是資料夾，也不是這裡的提交、標籤或分支。`,
    nothing: (id: string, since: string) => `${id}：${since} 沒有此規則集，無從比較。`,
    broken: (id: string, since: string) => `無法讀取 ${since} 的 ${id}，因此沒有比較。`,
  },
  recorded: (version: string) => `按版本 ${version} 由答案檔案錄得：當時所得的結果即預期結果。`,
  /** Over the examples of a diagnostic. */
  page: {
    said: '所示訊息',
    before: '先前版本',
    bad: '錯誤示例',
    good: '正確示例',
    questionnaire: '在 questionnaire.yaml 之內',
  },
  more: (code: string) => `詳情：flowready show ${code}`,
}

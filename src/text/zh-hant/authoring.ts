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
}

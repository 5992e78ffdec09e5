/** 圖表及分頁文件的用語。 */
import { many, type Wording } from '../diagnostic-words.js'

export const pages = {
  regions: {
    'gba-mainland': ['大灣區', '內地九市'],
    mainland: ['內地其他地方'],
    'hong-kong': ['香港'],
    macao: ['澳門'],
    elsewhere: ['其他地方'],
  },
  mapLegend: '圖中數字即下表的編號；箭號越粗，涉及的人數越多。',
  mapLines: '實線：途徑已備妥，或無須備妥；虛線：未備妥，或附有條件；點線：未能判定。',
  notOnMap: (names: string) => `因有地方未明，圖中沒有顯示：${names}`,
  people: '人數',
  answer: '答案',
  remedy: '補救措施',
  figureBands: '得分在各級別中的位置',
  decides: '可得出判定',
  narrows: '可收窄',
  share: '已達',
  of: (contribution: string, whole: string) => `${whole} 分中的 ${contribution} 分`,
  points: '分',
  spent: '累計人日',
  scoreAfter: '其後得分',
  stepsAlt: (steps: number, from: string, to: string) => `階梯圖：經 ${steps} 個步驟，得分由 ${from} 升至 ${to}。`,
  address: '網址及核實情況',
  places: '援引之處',
  attachment: 'report.json 以附件形式隨本檔案附上；憑它可重新計算本報告的每個數字。',
  unmarked: '本檔案已加標籤，供輔助軟件使用。並無聲稱符合 PDF/UA 或 PDF/A，因未經查核。',
  generated: '製作程式',
  evidenceFiles: '所列佐證檔案，及已找到者的雜湊值',
}

export const pageDiagnostics: Readonly<Record<'report/not-shown', Wording>> = {
  'report/not-shown': {
    title: '報告字型沒有的字元',
    says: (args) => `PDF 以編碼顯示以下字元：${many(args, 'characters').join('、')}。`,
    fix: () => '內容沒有遺失：檔案內的 report.json 載有原文。如有需要，請改用其他字元書寫。',
    about:
      '隨附字型涵蓋拉丁字母、中文（Big5、HKSCS、GBK）及表情符號。其他字元會以方括號內的編碼印出，以免被誤認為空白。',
  },
}

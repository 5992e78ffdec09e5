/** The words of reports in Traditional Chinese. Rulesets bring their own words. */
export const report = {
  yes: '是',
  no: '否',
  notKnown: '未知',
  /** Of a fact that does not apply. */
  notAsked: '無須作答',
  confidential: '因保密而略去',
  /** In the middle of a sentence, where a value would stand. */
  openValue: '尚未得知',
  notDecided: '未能判定',
  perhaps: '可能',
  atLeast: (low: string) => `最少 ${low}`,
  between: (low: string, high: string) => `介乎 ${low} 至 ${high}`,
  upTo: (high: string) => `最多 ${high}`,
  and: '及',
  or: '或',
  units: {
    minute: (n: number) => `${n} 分鐘`,
    hour: (n: number) => `${n} 小時`,
    day: (n: number) => `${n} 日`,
    month: (n: number) => `${n} 個月`,
    'working-day': (n: number) => `${n} 個工作日`,
  },
  atOnce: '立即',
  within: (period: string, after: string) => `${period}內，起計時間：${after}`,
  withinMoment: (period: string, moment: string) => `${moment}後 ${period}內`,
  workingDays: '工作日指星期一至星期五，並未計及公眾假期。',
  obligation: {
    law: '法例',
    licence: '牌照',
    contract: '合約',
    guidance: '指引',
    practice: '良好行事方式',
    information: '僅供參考',
  },
  checked: {
    verified: '已核實',
    'second-hand': '據二手資料',
    unverified: '未核實',
  },
  owner: {
    management: '管理層',
    legal: '法律事務',
    privacy: '私隱',
    security: '保安',
    it: '資訊科技',
    procurement: '採購',
    hr: '人力資源',
    business: '業務',
  },
  place: { mainland: '內地', 'hong-kong': '香港', macao: '澳門', international: '國際' },
  /** After the government's own names of the five categories. */
  policy: {
    A: 'A  數字政府及數據治理',
    B: 'B  政策指引及法規',
    C: 'C  網絡安全',
    D: 'D  數字基建',
    E: 'E  數據跨境流動',
  },
  disclaimer: '本報告屬自我評估，並非法律意見，只反映機構所作的答案，以及由此得出的結論。',
  distinctOutside: (given: string, low: string, high: string) =>
    `所填的不重複人數（${given}）不可能正確：按各項目計算，應介乎 ${low} 至 ${high}。`,
  notices: {
    'quick-check': '快速檢查：只按核心問題計分，不設級別。',
    'review-old': (reviewed: string, days: number) =>
      `本規則集所依據的法例，最近一次通盤覆閱是在 ${reviewed}，即基準日之前 ${days} 日。`,
    'other-year': (stated: string, asAt: string) =>
      `全年數目是 ${stated} 年的數目，法例則以 ${asAt} 為準：數目於每年一月重新起計。`,
    'hidden-answers': (n: number) => `${n} 個答案所屬的問題無須作答：答案會保留，但不計算在內。`,
    'incomplete-inventory': (title: string) => `${title}：清單尚未齊全，取決於此清單的事項仍屬待定。`,
    'newer-version': (answered: string, current: string) =>
      `答案按版本 ${answered} 作出，現以版本 ${current} 計分：新增的問題計作未作答。`,
    migrated: (from: string, to: string, on: string, again: number) =>
      `答案原按版本 ${from} 作出，於 ${on} 轉移至版本 ${to}${again === 0 ? '' : `，其中 ${again} 個須再次作答`}。`,
    'confidential-withheld': (n: number) => `本報告略去 ${n} 個保密答案。`,
    'nothing-scored': '沒有計分：並無適用的計分問題。',
  },
} as const

/** The words of reports in Simplified Chinese. */
export const report = {
  yes: '是',
  no: '否',
  notKnown: '未知',
  /** Of a fact that does not apply. */
  notAsked: '无需回答',
  confidential: '因保密而略去',
  /** In the middle of a sentence, where a value would stand. */
  openValue: '尚不清楚',
  notDecided: '尚未判定',
  perhaps: '可能',
  atLeast: (low: string) => `至少 ${low}`,
  between: (low: string, high: string) => `${low} 至 ${high}`,
  upTo: (high: string) => `至多 ${high}`,
  and: '和',
  or: '或',
  units: {
    minute: (n: number) => `${n} 分钟`,
    hour: (n: number) => `${n} 小时`,
    day: (n: number) => `${n} 日`,
    month: (n: number) => `${n} 个月`,
    'working-day': (n: number) => `${n} 个工作日`,
  },
  atOnce: '立即',
  within: (period: string, after: string) => `${period}内，起算时点：${after}`,
  withinMoment: (period: string, moment: string) => `${moment}后 ${period}内`,
  workingDays: '工作日按周一至周五计算，未扣除公众假期和法定节假日。',
  obligation: {
    law: '法律',
    licence: '许可',
    contract: '合同',
    guidance: '指引',
    practice: '良好实践',
    information: '仅供参考',
  },
  checked: {
    verified: '已核对',
    'second-hand': '转引',
    unverified: '未核对',
  },
  owner: {
    management: '管理层',
    legal: '法务',
    privacy: '隐私保护',
    security: '安全',
    it: '信息技术',
    procurement: '采购',
    hr: '人力资源',
    business: '业务',
  },
  place: { mainland: '内地', 'hong-kong': '香港', macao: '澳门', international: '国际' },
  policy: {
    A: 'A  数字政府与数据治理',
    B: 'B  政策、指引与法规',
    C: 'C  网络安全',
    D: 'D  数字基础设施',
    E: 'E  数据跨境流动',
  },
  disclaimer: '本报告为自评估结果，不构成法律意见，仅反映企业所作的回答及由此得出的结论。',
  distinctOutside: (given: string, low: string, high: string) =>
    `填报的去重人数（${given}）有误：按各条目推算，应为 ${low} 至 ${high}。`,
  notices: {
    'quick-check': '快速自查：仅按关键问题计分，不评定等级。',
    'review-old': (reviewed: string, days: number) =>
      `本规则集所依据的法律最近一次通盘核对是在 ${reviewed}，距基准日已有 ${days} 日。`,
    'other-year': (stated: string, asAt: string) =>
      `年度数量按 ${stated} 年填报，法律则以 ${asAt} 年为准：年度数量自每年 1 月起重新累计。`,
    'hidden-answers': (n: number) => `有 ${n} 项回答所对应的内容不涉及本企业：回答予以保留，不计分。`,
    'incomplete-inventory': (title: string) => `${title}：清单尚不完整，与其相关的结果仍为待定。`,
    'newer-version': (answered: string, current: string) =>
      `回答针对版本 ${answered}，现按版本 ${current} 计分：新增的问题按未回答处理。`,
    migrated: (from: string, to: string, on: string, again: number) =>
      `回答原按版本 ${from} 作出，于 ${on} 迁移到版本 ${to}${again === 0 ? '' : `，其中 ${again} 个须重新作答`}。`,
    'confidential-withheld': (n: number) => `本报告未载入 ${n} 项保密回答。`,
    'nothing-scored': '未计分：没有涉及的计分问题。',
  },
} as const

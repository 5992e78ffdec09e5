/** 图表和分页文件的用语。 */
import { many, type Wording } from '../diagnostic-words.js'

export const pages = {
  regions: {
    'gba-mainland': ['大湾区', '内地九市'],
    mainland: ['内地其他地方'],
    'hong-kong': ['香港'],
    macao: ['澳门'],
    elsewhere: ['其他地方'],
  },
  mapLegend: '图中数字即下表的序号；箭头越粗，涉及的人数越多。',
  mapLines: '实线：路径已具备，或无需具备；虚线：未具备，或附有条件；点线：尚未判定。',
  notOnMap: (names: string) => `因有地点不明，图中未显示：${names}`,
  people: '人数',
  answer: '回答',
  remedy: '补救措施',
  figureBands: '得分在各等级中的位置',
  decides: '可据以判定',
  narrows: '可收窄',
  share: '已达',
  of: (contribution: string, whole: string) => `${whole} 分中的 ${contribution} 分`,
  points: '分',
  spent: '累计人日',
  scoreAfter: '之后得分',
  stepsAlt: (steps: number, from: string, to: string) => `阶梯图：经 ${steps} 步，得分由 ${from} 升至 ${to}。`,
  address: '网址和核实情况',
  places: '引用之处',
  attachment: 'report.json 作为附件随本文件附上；凭它可以重新算出本报告的每个数字。',
  unmarked: '本文件带有供辅助软件使用的标签。未声明符合 PDF/UA 或 PDF/A，因为未经检验。',
  generated: '生成程序',
  evidenceFiles: '所列佐证文件，以及已找到文件的哈希值',
}

export const pageDiagnostics: Readonly<Record<'report/not-shown', Wording>> = {
  'report/not-shown': {
    title: '报告字体没有的字符',
    says: (args) => `PDF 以编码显示下列字符：${many(args, 'characters').join('、')}。`,
    fix: () => '内容没有丢失：文件内的 report.json 载有原文。如有必要，请改用其他字符书写。',
    about: '随附字体涵盖拉丁字母、中文（Big5、HKSCS、GBK）和表情符号。其他字符以方括号内的编码印出，以免被当作空白。',
  },
}

/** Questions that the prompters' tests show. */
import type { QuestionScreen } from '../../src/interview/prompter.js'
import { commands } from '../../src/interview/prompter.js'

export const choice: QuestionScreen = {
  where: {
    section: 'GBA Standard Contract (Mainland, Hong Kong)',
    sectionNumber: 3,
    sections: 9,
    number: 34,
    sure: 106,
    perhaps: 118,
    entry: 'Payroll to head office',
  },
  ask: 'Was the signed contract filed by both parties within 10 working days of taking effect?',
  why: 'Each party files with the authority of its own place. A missed filing leaves the route open to challenge.',
  perhaps: true,
  source: 'GBA SC (HK) Art. 8 · contract · second-hand',
  field: {
    type: 'choice',
    options: [
      { id: 'both', label: 'By both, in time' },
      { id: 'late', label: 'By both, but late' },
      { id: 'one', label: 'By one party only' },
      { id: 'no', label: 'Not filed' },
    ],
    chosen: 'late',
  },
  said: ['Note: the receipt of the Guangdong CAC is still missing'],
  commands: [...commands],
}

/** The same without an answer, and nothing said. */
export const fresh: QuestionScreen = {
  ...choice,
  perhaps: false,
  said: [],
  field: { type: 'choice', options: choice.field.type === 'choice' ? choice.field.options : [] },
}

const where = { ...choice.where, number: 2, sure: 9, perhaps: 9 }

export const places: QuestionScreen = {
  ...fresh,
  where,
  ask: 'Where does the data go to?',
  field: {
    type: 'choice',
    options: Array.from({ length: 40 }, (_, i) => ({
      id: `place-${i + 1}`,
      label: `Place ${String.fromCharCode(65 + (i % 26))}${i + 1}`,
    })),
  },
}

export const multi: QuestionScreen = {
  ...fresh,
  where,
  ask: 'Which of these does the processor agreement cover?',
  field: {
    type: 'multi',
    options: [
      { id: 'purpose', label: 'Purpose and instructions' },
      { id: 'security', label: 'Security measures' },
      { id: 'breach', label: 'Notice of a breach' },
      { id: 'none', label: 'None of these', exclusive: true },
    ],
    chosen: ['security'],
  },
}

export const number: QuestionScreen = {
  ...fresh,
  where,
  ask: 'How many people this calendar year, without sensitive data?',
  field: { type: 'number', min: 0, max: 1_000_000_000, integer: true, unit: 'people', value: 1200 },
}

export const date: QuestionScreen = {
  ...fresh,
  where,
  ask: 'When did the contract take effect?',
  field: { type: 'date' },
}

export const text: QuestionScreen = {
  ...fresh,
  where,
  ask: 'What is the data used for?',
  field: { type: 'text', value: 'Payroll' },
}

export const chinese: QuestionScreen = {
  ...choice,
  where: { ...choice.where, section: '粤港澳大湾区标准合同（内地、香港）', entry: '向总部提供工资数据' },
  ask: '双方是否已在标准合同生效之日起十个工作日内，分别向所在地的主管部门（广东省互联网信息办公室、香港数字政策办公室）办理备案？',
  why: '双方应当各自向本地主管部门备案；逾期未备案的，该跨境路径可能受到质疑。所谓“十个工作日”，自合同生效次日起计算，法定节假日不计入，《实施指引》第八条另有规定的除外。',
  source: '《粤港澳大湾区个人信息跨境流动标准合同实施指引》第八条 · 合同 · 二手核对',
  field: {
    type: 'choice',
    options: [
      { id: 'both', label: '双方均已按时备案' },
      {
        id: 'late',
        label:
          '双方均已备案，但已经逾期；逾期的原因、补救措施以及与主管部门沟通的情况已经书面记录在案（请在备注中说明）',
      },
      { id: 'one', label: '仅有一方备案' },
      { id: 'no', label: '未备案' },
    ],
    chosen: 'late',
  },
  said: ['备注：广东省互联网信息办公室的回执尚未收到'],
}

/** 把回答迁移到规则集较新版本时的用语。 */
import { many, one, shorten, type DiagnosticWords } from '../diagnostic-words.js'
import type { Words } from '../words.js'

type Codes = Extract<keyof DiagnosticWords, `migration/${string}`>

const the = (args: Parameters<typeof one>[0], name: string): string => `“${shorten(one(args, name), 60)}”`
const mean = (suggestion: string | undefined, otherwise: string): string =>
  suggestion === undefined ? otherwise : `是否应为“${suggestion}”？`

export const migrationDiagnostics: Pick<DiagnosticWords, Codes> = {
  'migration/name': {
    title: '迁移文件名称不符',
    says: (args) => `文件名为${the(args, 'file')}，但按内容应为${the(args, 'expected')}。`,
    fix: (args) => `请将文件改名为${the(args, 'expected')}，或更正“from”和“to”。`,
    about: '迁移文件按名称查找：先写原来的主版本，再加连字符，后写下一个主版本。',
  },
  'migration/step': {
    title: '一次跨越多个版本的迁移',
    says: (args) => `由版本 ${one(args, 'from')} 迁移到版本 ${one(args, 'to')}。`,
    fix: (args) => `请改为迁移到版本 ${one(args, 'expected')}：每个文件只走一步，较旧的回答会逐步迁移。`,
    about: '每个文件只迁移到下一个主版本，再由多个文件连成一串，回答便只有一条路可走。',
  },
  'migration/beyond': {
    title: '迁移到尚不存在的版本',
    says: (args) => `迁移到版本 ${one(args, 'to')}，但规则集只是版本 ${one(args, 'version')}。`,
    fix: (args) => `请将规则集的版本提升到 ${one(args, 'to')}.0.0。`,
    about: '回答只会迁移到现有的版本。超出现有版本的一步永远不会用到。',
  },
  'migration/missing': {
    title: '主版本没有迁移文件',
    says: (args) => `没有说明对版本 ${one(args, 'from')} 所作的回答如何处理。`,
    fix: (args) => `请编写 ${one(args, 'path')}；可以只写“from”和“to”。`,
    about: '对另一主版本所作的回答不计分。没有迁移文件，“flowready migrate”便无法迁移，企业只能从头作答。',
  },
  'migration/unknown-id': {
    title: '迁移从未有过的内容',
    says: (args) =>
      one(args, 'when') === 'now'
        ? `规则集没有以标识${the(args, 'id')}提问。`
        : `规则集从未以标识${the(args, 'id')}提问：ids.lock 中没有这个标识。`,
    fix: (_args, suggestion) => mean(suggestion, '请填写问题、事实或清单的标识。'),
    about: '迁移文件所指的，是答卷中的内容。从未有过的标识不会迁移任何回答，也不会有人察觉。',
  },
  'migration/unknown-option': {
    title: '迁移到不存在的选项',
    says: (args) => `${the(args, 'id')}没有选项${the(args, 'option')}。`,
    fix: (args, suggestion) =>
      mean(suggestion, `请改为以下之一：${many(args, 'options').slice(0, 12).join('、')}；或写“unsure”，重新提问。`),
    about: '迁移后的选项必须是现在可以选择的，否则无法计分。',
  },
  'migration/unknown-part': {
    title: '综合规则集没有这一组成部分',
    says: (args) => `综合规则集并不包括${the(args, 'ruleset')}。`,
    fix: (_args, suggestion) => mean(suggestion, '请填写它所包括的规则集。'),
    about: '综合规则集按所包括的规则集各自的迁移文件处理回答。',
  },
  'migration/twice': {
    title: '同一内容迁移两次',
    says: (args) => `${the(args, 'id')}被重复处理。`,
    fix: () => '请只保留其中一项。',
    about: '每个回答只有一个去向。写了两个，便无从得知原意。',
  },
  'migration/other-kind': {
    title: '改名后性质不同',
    says: (args) => `${the(args, 'id')}原为${the(args, 'was')}，而${the(args, 'to')}现为${the(args, 'now')}。`,
    fix: () => '请删去旧的一项并说明原因；新的一项会像其他新问题一样提问。',
    about: '改名会保留回答。类型不同或属于另一清单的回答并不适用。',
  },
  'migration/still-asked': {
    title: '已删去的内容仍在提问',
    says: (args) => `${the(args, 'id')}已删去或改名，但规则集仍在提问。`,
    fix: () => '如果回答的含义已变，请列在“again”之下。',
    about: '否则回答会被取走，同一问题又会在没有说明的情况下再次提出。',
  },
}

export const migration: Words['migration'] = {
  upToDate: (file, version) => `${file}：回答已属于版本 ${version}。`,
  missing: (from, to, path) => `无法由版本 ${from} 迁移到版本 ${to}：没有 ${path}。请向规则集的负责人索取。`,
  done: (file, from, to) => `${file}：由版本 ${from} 迁移到版本 ${to}。`,
  nothing: '没有回答需要改动。',
  did: {
    renamed: '已改名：',
    mapped: '选项已更换：',
    dropped: '不再提问，回答留在文件中作为记录：',
    again: '须重新作答：',
  },
  places: (n) => `${n} 个项目`,
  renamed: (id, to) => `${id} 现为 ${to}`,
  mapped: (id, was, to) => `${id}：“${was}”现为“${to}”`,
  instead: (to) => `${to} 已有回答`,
  misfit: '回答已不适用',
  open: (n) => `尚有 ${n} 个问题待定，包括新增的问题。`,
  next: (command) => `下一步：${command}`,
}

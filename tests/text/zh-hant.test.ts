/** Every text of the Traditional Chinese catalogue is in Chinese, none of it Simplified, and says what English says. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Args } from '../../src/diagnostics/diagnostic.js'
import type { Wording } from '../../src/text/diagnostic-words.js'
import { loadWords, wordsIn } from '../../src/text/words.js'

const words = await loadWords('zh-Hant')
const english = wordsIn('en')

/** Characters of Simplified Chinese alone: those that Hong Kong writes too (后, 里, 只, 着, 范 …) are not among them. */
const simplified = new RegExp(
  `[${[
    '万与专业丛东丝丢两严丧临为丽举义乌乐乔习乡书买乱争亏亚产亩亲亿仅从仑仓仪们众优会伞伟传伤伦伪侠侣侧侨侦侥',
    '俩债倾偿储儿兑党兰关兴养兽内册写军农冯冲决况冻净凉减凑凤凭凯击刘则刚创删别剂剑剧劝办务动励劲劳势华协单卖',
    '卢卫却厂厅历厉压厌厕县参双发变叙号叹吓吗听启员呛响哑唤问啰喷嘱团园围国图圆圣场坏块坚坛坝坞坟坠垄垒垫墙壮',
    '声壳处备复够头夹夺奋奖妆妇妈娱孙学宁宝实宠审宪宫宽宾对寻导寿将尔尘尝层属岁岂岗岛岭币帅师帐帮带帧广庆库应',
    '庙废开异弃张弥弯弹强归当录彻径忆忧怀态怜总恋恳恶悦惊惧惨惩惯愤愿户执扩扫扬扰抚抛抢护报担拟拥拦拧拨择挡挣',
    '挤挥损换据掳掷揽搀摄摆摇敌数断无旧时旷显晋晓晕暂术机杀杂权条来杨极构枢枣枪标栈栋栏树样档桥检楼横欢欧残殴',
    '毁毕毙气汇汉汤沟没沦泪泼泽洁浅测济浑浓涂涛涝润涨渐渔温湾湿滞满滤滥滨潜灭灯灵灾炉点炼烁烂烛烦烧热焕爱爷牵',
    '犹狭独狮狱猎猫献玛环现电画畅疗疯痒盏盐监盖盘确码砖础种积称稳穷窃竞笔笼简签类粮紧纠红约级纪纯纲纳纵纷纸纹',
    '线练组细终经绑结绕绘给络绝统继绩续维综绿缓编缘缚缩缴网罗罚职联聪肃肠肤胁胆脉脏脑脚脱脸腊节芜苏荣药莱获萤',
    '营蓝虑虚虽补衬袭装见观规视览觉触计订认讨让训议讯记讲许论设访证评识诉词试诗诚话询该详语误说请诸读课谁调谈',
    '谋谓谢谦谨谱贝负贡财责败货质购贮贯贴贵贷贸费贺资赋赌赏赔赖赚赛赞赢赶趋跃践踪车转轮软轰轻载较辅辆辈辉输边',
    '达迁过迈运还这进远违连迟适选递逻遗邓邮邻郑鉴针钉钟钢钱铁铅铜银链销锁锅错键镇镜长门闪闭闯闲间闻阅阔队阳阴',
    '阵阶际陆陈险随隐难静韩页顶项顺须预领颇频题颜额风飞饭饮饰馆驱驶驾验骂骗鱼鲜鸟鸡鸣麦黄齐龄龙龟',
  ].join('')}]`,
  'u',
)

/** Three Latin words in a row, where nothing says that they are to be typed as they are. */
const latin = /[A-Za-z]{2,}(?:[ ,]+[A-Za-z]{2,}){2,}/

const asTyped = (text: string): string =>
  text
    .replace(/「[^」]*」|"[^"]*"|\{[^}]*\}/g, '「」')
    .replace(/^ {2}some\.question: .*$/gm, '')
    .replace(/(?:source <\()?flowready(?: [\w./*<>|~-]+)*/g, '')

/** What stands where text, numbers and the like are filled in; nothing Latin, so that Latin words are the catalogue's. */
const samples: readonly unknown[] = [2, 0, '甲', '乙？', undefined, true, ['甲', '乙', '丙']]

/** Every result of a function over the samples; what a sample of the wrong type breaks is left out. */
function results(say: (...args: never[]) => unknown): string[] {
  const lists = Array.from({ length: say.length }).reduce<unknown[][]>(
    (before) => before.flatMap((args) => samples.map((sample) => [...args, sample])),
    [[]],
  )
  return lists.flatMap((args) => {
    try {
      const text = say(...(args as never[]))
      return typeof text === 'string' ? [text] : []
    } catch {
      return []
    }
  })
}

/** The texts of a catalogue by their path. */
function textsOf(value: unknown, path: string): [path: string, texts: string[]][] {
  if (typeof value === 'string') return [[path, [value]]]
  if (typeof value === 'function') return [[path, results(value as (...args: never[]) => unknown)]]
  return Object.entries(value as object).flatMap(([key, it]) => textsOf(it, path === '' ? key : `${path}.${key}`))
}

const { diagnostics, listing, ...rest } = words
/** The names of languages are each in their own. */
const own = /\.languages\./
const texts = textsOf(rest, '').filter(([path]) => !own.test(path))

test.each(texts)('%s', (_path, said) => {
  expect(said).not.toEqual([])
  for (const text of said) {
    expect(text).not.toMatch(simplified)
    expect(asTyped(text)).not.toMatch(latin)
  }
})

test('the count below a list of diagnostics', () => {
  expect(listing.summary({ errors: 2, warnings: 1, notices: 0, files: 3 })).toBe('3 個檔案有 2 個錯誤及 1 個警告')
  expect(listing.summary({ errors: 0, warnings: 1, notices: 0, files: 1 })).toBe('1 個檔案有 1 個警告')
})

describe('diagnostics', () => {
  /** Every key of the English tables: what an argument may be, of which the words of a diagnostic make something. */
  const source = readFileSync(new URL('../../src/text/en/diagnostics.ts', import.meta.url), 'utf8')
  const values = [...source.matchAll(/^ +'?([\w-]+)'?: /gm)].map((match) => match[1]!)
  const named = ['reason', 'what', 'problem', 'type', 'kind', 'found', 'expected', 'rule', 'looks']

  /** Arguments that have every name: the one given, else a sample. */
  const args = (given: Args, otherwise: Args[string]): Args =>
    new Proxy(given, { get: (target, name: string) => (name in target ? target[name] : otherwise) })
  const said = (it: Wording, given: Args): string[] => [it.says(given), it.fix(given), it.fix(given, '甲')]

  const given: Args[] = [
    ...[...new Set(values)].flatMap((value) => named.map((name) => ({ [name]: value }))),
    ...['Items', 'Length', 'Properties'].flatMap((of) =>
      ['min', 'max'].flatMap((end) => [0, 1].map((found) => ({ rule: `${end}${of}`, found, limit: 2 }))),
    ),
    ...['text', 'number', 'yes-no', 'list', 'map', 'nothing'].flatMap((found) =>
      ['text', 'number', 'list', 'map'].map((expected) => ({ found, expected })),
    ),
  ]
  const all = [
    args({}, '甲'),
    args({}, ''),
    args({}, ['甲', '乙']),
    args({}, []),
    ...given.map((it) => args(it, '甲')),
    {},
  ]

  test.each(Object.keys(diagnostics) as (keyof typeof diagnostics)[])('%s', (code) => {
    const it = diagnostics[code]
    for (const text of new Set([it.title, it.about, ...all.flatMap((one) => said(it, one))])) {
      expect(text).not.toMatch(simplified)
      expect(asTyped(text)).not.toMatch(latin)
      expect(text).not.toMatch(/^$/)
    }
  })

  test.each(Object.keys(diagnostics) as (keyof typeof diagnostics)[])('%s tells apart what English does', (code) => {
    for (const name of named) {
      for (const value of new Set(values)) {
        const bare = (text: string) => text.replaceAll(value, '甲').replace(/\ban /g, 'a ')
        const differs = (it: Wording) => {
          const plain = said(it, args({ [name]: '甲' }, '甲'))
          return said(it, args({ [name]: value }, '甲')).some((text, i) => bare(text) !== bare(plain[i]!))
        }
        if (differs(english.diagnostics[code])) expect(differs(diagnostics[code]), `${name}: ${value}`).toBe(true)
      }
    }
  })
})

// Examples that editors show for keys whose values people write themselves, and the titles of keys.

/** By schema, then by the key and as many of those above it as it takes to tell it from others. */
const examples = {
  everywhere: {
    id: ['gba-hk.filed'],
    title: ['Cross-boundary data flow'],
    about: ['For firms that send data across the boundary.'],
    ask: ['Where does the data leave from?'],
    why: ['A missed filing leaves the route open to challenge.'],
    help: ['The contract names the day; count from that.'],
    forEach: ['flows'],
    scale: ['yes-no', 'implementation', 'place'],
    min: [0],
    max: [1000000],
    weight: [1, 3, 0],
    'options.id': ['partly'],
    label: ['In part'],
    attains: [1, 0.5, 0],
    adds: [0.25],
    fact: ['flow.from'],
    determination: ['export-route'],
    question: ['gba-hk.filed'],
    is: ['hong-kong'],
    includes: ['biometric'],
    atLeast: [100000, '2026-01-01'],
    atMost: [99, '2026-12-31'],
    moreThan: [1000000],
    lessThan: [10000],
    offers: ['gba-contract'],
    attainsLessThan: [0.5],
    means: ['Leaves the Mainland'],
    sum: ['flow.people-ordinary'],
    over: ['flows'],
    distinct: ['firm.people-distinct'],
    count: ['flows'],
    some: ['flows'],
    every: ['processors'],
    source: ['pipl'],
    because: ['From {flow.from} to {flow.to}.'],
    says: ['Data leaves the Mainland without a lawful route.'],
    do: ['File with both authorities and keep both receipts.'],
    effort: [2, 0.5],
    name: ['Harbour Payments Ltd'],
    by: ['A. Chan'],
    answer: ['partly', ['email', 'phone'], 120000, 'unsure'],
    notApplicable: ['All devices are owned and managed by the company.'],
    note: ['VPN only; the rest follows in March.'],
    'inventories.title': ['Data flows'],
    entry: ['Data flow'],
    'bands.id': ['largely-ready'],
    'bands.label': ['Largely ready'],
    'bands.means': ['The essentials are in place; single gaps remain.'],
  },
  ruleset: {
    '^.id': ['acme'],
    '^.includes': [[{ ruleset: 'personal-data', version: '1', weight: 2 }]],
    'determinations.id': ['export-route'],
    'determinations.title': ['Lawful route out of the Mainland'],
    'outcomes.id': ['standard-contract'],
    'outcomes.label': ['Standard contract'],
    'rules.id': ['many-people'],
    outcome: ['standard-contract', 'undetermined'],
    'by.after': ['incident.aware'],
    'alternatives.id': ['gba'],
    'alternatives.label': ['GBA standard contract'],
    'then.id': ['notice'],
    'contradictions.id': ['no-flow-no-people'],
    met: [0.75],
    'gates.id': ['no-route'],
    caps: ['developing'],
    'sections.id': ['gba-contract-hk'],
    'sections.title': ['GBA standard contract, Hong Kong side'],
    level: [1, 3],
    'evidence.id': ['receipt'],
    'evidence.show': ['Filing receipt of the Digital Policy Office'],
    'controls.standard': ['iso-27001-2022'],
    'includes.ruleset': ['personal-data'],
    'includes.version': ['1'],
  },
  common: {
    'sources.id': ['pdpo'],
    'sources.title': [{ en: 'A law', 'zh-Hant': '一項法例', 'zh-Hans': '一部法律' }],
    'drawn.weight': [['flow.people-ordinary', 'flow.people-sensitive']],
    'short.en': ['PDPO'],
    'short.zh-Hant': ['《私隱條例》'],
    'short.zh-Hans': ['香港《隐私条例》'],
    'title.en': ['Personal Data (Privacy) Ordinance (Cap. 486)'],
    'title.zh-Hant': ['《個人資料（私隱）條例》（第486章）'],
    'title.zh-Hans': ['香港《个人资料（隐私）条例》（第486章）'],
    'issuer.en': ['Legislative Council of Hong Kong'],
    'issuer.zh-Hant': ['香港立法會'],
    'issuer.zh-Hans': ['香港立法会'],
    address: ['https://www.elegislation.gov.hk/hk/cap486'],
    'scales.id': ['implementation'],
    'bands.from': [70],
    'inventories.id': ['flows'],
    'drawn.from': ['flow.from'],
    'drawn.to': ['flow.to'],
  },
  translation: {
    title: ['跨境資料流動'],
    about: ['供把資料傳送出境的公司使用。'],
    ask: ['資料從何處流出？'],
    why: ['逾期備案，合約的效力便可能受質疑。'],
    help: ['合約載有該日期，由該日起計。'],
    because: ['由{flow.from}流向{flow.to}。'],
    do: ['向兩地主管機關備案，並保存兩份回執。'],
    label: ['大致完成'],
    means: ['主要工作已完成，尚有個別差距。'],
    says: ['有資料未循合法途徑離開內地。'],
    remedy: ['向兩地主管機關備案，並保存兩份回執。'],
    entry: ['一項資料流'],
    'inventories.title': ['資料流'],
  },
  migration: {
    from: ['1'],
    to: ['2'],
    about: ['Contracts are asked about one by one.'],
    ruleset: ['personal-data'],
    'renamed.id': ['gba.filed'],
    'renamed.to': ['gba-hk.filed'],
    'options.id': ['gba-hk.filed'],
    'dropped.because': ['The contract itself says it.'],
    'again.because': ['Both filings count now, not one.'],
  },
  answers: {
    ruleset: ['cross-boundary-data-flow', 'policy-statement'],
    'preparedBy.name': ['A. Chan'],
    'preparedBy.role': ['Compliance lead'],
    'inventories.id': ['payroll'],
    'inventories.name': ['Payroll to head office'],
    'changes.inventory': ['flows'],
    'changes.entry': ['payroll'],
    'changes.was': ['partly'],
    'changes.to': ['gba-hk.filed'],
    'changes.because': ['Both filings count now, not one.'],
  },
  cases: {
    about: ['100,000 people are where the standard contract begins.'],
    each: ['flows'],
    'cases.id': ['people-100000'],
    and: [[{ 'flow.from': 'shenzhen' }]],
    'inventories.id': ['payroll'],
    'inventories.name': ['Payroll to head office'],
    'score.low': [62],
    'score.high': [71],
    'score.evidenced': [44.6],
    'score.strict': [55.7],
    'expect.band': ['developing'],
  },
  theme: {
    name: ['Harbour Advisory'],
    file: ['logo.png'],
    alt: ['Harbour Advisory'],
    paper: ['#ffffff'],
    panel: ['#f4f6f7'],
    text: ['#1a2329'],
    muted: ['#55626b'],
    line: ['#d5dce0'],
    accent: ['#0b5c6b'],
    good: ['#1b6b3a'],
    caution: ['#8a5000'],
    bad: ['#b3261e'],
    open: ['#5b4a9e'],
    neutral: ['#55626b'],
    disclaimer: ['Prepared from what the firm told us; nothing was inspected.'],
    contact: ['Harbour Advisory, reports@example.com'],
  },
  project: {
    theme: ['house.theme.yaml'],
    rulesets: [['our-rulesets']],
    output: ['reports'],
    format: [['json', 'pdf']],
  },
}

/** Of a shape, wherever it stands. */
const byShape = ({ format, pattern }) => {
  if (format === 'date') return ['2026-11-20']
  if (pattern?.startsWith('^(0|[1-9][0-9]*)\\.')) return ['1.0.0']
  return undefined
}

/** Files that people write; what programs write needs no examples. */
const written = ['ruleset', 'common', 'translation', 'migration', 'answers', 'cases', 'theme', 'project']

/** @returns examples for a key of a file that people write; nothing where its words are listed, or say enough */
export function examplesOf(name, path, schema) {
  if (!written.includes(name) || schema.enum || 'const' in schema) return undefined
  for (const of of [examples[name] ?? {}, examples.everywhere]) {
    const whole = ['^', ...path]
    const key = whole.map((_, from) => whole.slice(from).join('.')).find((it) => Object.hasOwn(of, it))
    if (key !== undefined) return of[key]
  }
  return byShape(schema)
}

/** @returns a key as one would say it: `attainsLessThan` is `Attains less than` */
export function titleOf(key) {
  if (!/^[a-z]+(?:[A-Z][a-z]*)*$/.test(key)) return key
  const words = key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return words[0].toUpperCase() + words.slice(1)
}

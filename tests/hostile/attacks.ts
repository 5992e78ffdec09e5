/** Texts that try something, each between two plain words; a ruleset and answers in which every place for words holds one. */

/** By name: the text of `bidi` stands between `bidi1` and `1bidi`. */
export const attacks: Readonly<Record<string, string>> = {
  control: 'control1 \u001b[2J\u001b[31m\u0007\b\u007f 1control',
  csi: 'csi1 \u009b2J\u0085\u0090 1csi',
  title: 'title1 \u001b]0;owned\u0007 1title',
  link: 'link1 \u001b]8;;http://evil.example\u001b\\click\u001b]8;;\u001b\\ 1link',
  lines: 'lines1 a\n::error::b\r\nc\r\u2028d\u2029\te 1lines',
  bidi: 'bidi1 \u202egnp.exe\u202c \u2066x\u2069 \u200f\u061c 1bidi',
  invisible: 'invisible1 a\u200bb\u200dc\ufeffd\u2060e\u00adf\u180e\u{e0041} 1invisible',
  formula: "=formula1 cmd|' /C calc'!A0 1formula",
  plus: '+plus1 1plus',
  minus: '-minus1 1minus',
  at: '@at1 1at',
  spaced: ' \t=spaced1 1spaced',
  wide: '\uff1dwide1 1wide',
  quote: 'quote1 "=1+1", \'b\'; c 1quote',
  script: 'script1 </script><script>alert(1)</script><img src=x onerror=alert(1)> 1script',
  comment: 'comment1 ]]> <![CDATA[ <!-- --> &amp; &#27; 1comment',
  command: '::error file=a.yaml::command1 %0A::warning::x %25 ##[error]y 1command',
  xmp: "xmp1 <?xpacket end='w'?></rdf:Description></x:xmpmeta> (a) \\(b 1xmp",
  font: `font1 Z${'\u0301'.repeat(40)} \u0644\u064f\u0644\u064f\u0635\u0651\u0628\u064f\u0631\u0631\u064b \u0963h \u0c1c\u0c4d\u0c1e\u0c3e \u{1f469}\u{1f680} \ufdfd \u{10ffff} 1font`,
  markdown:
    'markdown1 [a](javascript:b) ![c](http://evil.example/x.png) **d** `e` | f @admin #1 <b>g</b> ~~h~~ 1markdown',
  placeholder: 'placeholder1 $& $1 %s %d { a `b` ${} 1placeholder',
  half: 'half1 \ud800 x \udc00 1half',
  long: `long1 ${'x'.repeat(3900)} 1long`,
}

export const names = Object.keys(attacks)

/** As text of a file that is JSON and YAML at once: YAML wants what is not plain escaped. */
const file = (value: unknown): string =>
  `${JSON.stringify(value, null, 1).replace(/[^\n -~]/g, (it) => `\\u${it.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`

const first = names.slice(0, 12)
const second = names.slice(12)
const all = (of: readonly string[]): string => of.map((name) => attacks[name]).join(' ')

/** A ruleset in which each attack is every word of a question of its own. */
export const ruleset = file({
  id: 'hostile',
  version: '1.0.0',
  title: attacks.title,
  about: all(first),
  language: 'en',
  reviewed: '2026-11-01',
  facts: [
    {
      id: 'hostile.stays',
      type: 'choice',
      ask: all(first),
      why: all(second.filter((name) => name !== 'long')),
      options: names.map((name) => ({ id: name, label: attacks[name] })),
    },
  ],
  determinations: [
    {
      id: 'hostile-route',
      title: attacks.bidi,
      outcomes: names.map((name) => ({ id: name, label: attacks[name] })),
      decide: 'all',
      rules: names.map((name) => ({ id: name, outcome: name, because: attacks[name], do: attacks[name] })),
    },
  ],
  scoring: {
    model: 'weighted',
    gates: names.map((name) => ({
      id: `gate-${name}`,
      when: { question: `hostile.${name}`, attainsLessThan: 0.1 },
      caps: 'developing',
      says: attacks[name],
    })),
  },
  sections: [...names, 'none'].map((name) => ({
    id: `hostile-${name}`,
    title: attacks[name] ?? 'None',
    questions: [
      {
        id: `hostile.${name}`,
        type: 'choice',
        ask: attacks[name] ?? 'None',
        why: attacks[name] ?? 'None',
        help: attacks[name] ?? 'None',
        options: [
          { id: 'all', label: attacks[name] ?? 'None', attains: 1 },
          { id: 'no', label: attacks[name] ?? 'None', attains: 0 },
        ],
        obligation: 'law',
        cites: [{ source: 'cac-order-16', at: attacks[name] ?? 'None', checked: 'verified' }],
        evidence: [{ id: 'log', show: attacks[name] ?? 'None' }],
        remedy: { do: attacks[name] ?? 'None', effort: 1, owner: 'it' },
      },
    ],
  })),
})

const said = (name: string, answer: string) => ({
  answer,
  note: attacks[name],
  evidence: [{ ref: attacks[name] }, { file: attacks[name]!.slice(0, 400) }],
  by: attacks[name],
})

/** Answers in which every text is an attack. */
export const answers = file({
  ruleset: 'hostile',
  rulesetVersion: '1.0.0',
  firm: { name: all(['formula', 'script', 'title', 'bidi', 'comment', 'xmp', 'half']), reference: attacks.command },
  preparedBy: names.map((name) => ({ name: attacks[name], role: attacks[name] })),
  date: '2026-11-20',
  answers: {
    'hostile.stays': said('link', 'link'),
    ...Object.fromEntries(names.map((name) => [`hostile.${name}`, said(name, 'no')])),
    'hostile.none': { notApplicable: attacks.script },
  },
})

/** Answers that say what the ruleset does not know, and hold words as long as a file may be. */
export const mistaken = file({
  ruleset: 'hostile',
  rulesetVersion: '1.0.0',
  firm: { name: 'Mistaken' },
  date: '2026-11-20',
  answers: Object.fromEntries(names.map((name) => [`hostile.${name}`, attacks[name]])),
})

/** The same with keys that are attacks. */
export const misnamed = file({
  ruleset: 'hostile',
  rulesetVersion: '1.0.0',
  firm: { name: `long1 ${'x'.repeat(1 << 20)} 1long` },
  date: '2026-11-20',
  ...Object.fromEntries(names.filter((name) => name !== 'long').map((name) => [attacks[name], attacks[name]])),
})

/** A key as long as a file may be, and all that is wrong inside it. */
export const wordy = file({
  ruleset: 'hostile',
  rulesetVersion: '1.0.0',
  firm: { name: 'Wordy' },
  date: '2026-11-20',
  inventories: { [`long1${'x'.repeat(1 << 20)}`]: Array.from({ length: 1000 }, () => ({ id: 'NO ID' })) },
})

/** A line as long as a file may be, with as many mistakes. */
export const crowded = JSON.stringify({
  ruleset: 'hostile',
  rulesetVersion: '1.0.0',
  firm: { name: 'Crowded' },
  date: '2026-11-20',
  ...Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`k${i} \u001b[31m`, 'x'.repeat(400)])),
})

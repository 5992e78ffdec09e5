/** The languages of the tool and of rulesets: English, Traditional Chinese (Hong Kong, Macao), Simplified Chinese (Mainland). */
export const languages = ['en', 'zh-Hant', 'zh-Hans'] as const
export type Language = (typeof languages)[number]

const short: Readonly<Record<Language, string>> = { en: 'EN', 'zh-Hant': '繁', 'zh-Hans': '简' }

/** A text that stands in another language than what is around it, for want of a translation. */
export const untranslated = (text: string, language: Language): string => `[${short[language]}] ${text}`

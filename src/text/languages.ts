/** The languages of the tool and of rulesets: English, Traditional Chinese (Hong Kong, Macao), Simplified Chinese (Mainland). */
export const languages = ['en', 'zh-Hant', 'zh-Hans'] as const
export type Language = (typeof languages)[number]

/** The formats of verifications. To add one: a file beside this one and a line here. */
import type { VerificationFormat } from './format.js'
import { json } from './json.js'
import { text } from './text.js'

export const verificationFormats = { text, json } as const satisfies Record<string, VerificationFormat>

/** The formats of commands that show what there is. */
export const dataFormats = { text: 'text', json: 'json' } as const

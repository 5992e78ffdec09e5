export const root: string
export function schemas(options?: { readonly described?: boolean }): Promise<Record<string, object>>

export const root: string
export function schemas(): Promise<Record<string, object>>

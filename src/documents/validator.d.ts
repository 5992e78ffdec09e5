/** A schema gate compiled at build (`#validators/<name>`): ajv's standalone code and the schema as text. */
export interface SchemaError {
  keyword: string
  instancePath: string
  schemaPath: string
  params: Record<string, unknown>
  message?: string
}
export const validate: { (value: unknown): boolean; errors?: SchemaError[] | null }
export const schemaText: string

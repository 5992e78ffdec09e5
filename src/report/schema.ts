import { closed, Words } from '../documents/shapes.js'
export const ReportFile = closed({ schema: Words }, { $id: 'https://flowready.invalid/schema/report.schema.json' })

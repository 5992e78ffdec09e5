/** The forms of the documents that flowready writes: each says its own first, and changes it when a reader would break. */
export const reportVersion = 'flowready-report/1'
export const planVersion = 'flowready-plan/1'
export const comparisonVersion = 'flowready-comparison/1'
export const verificationVersion = 'flowready-verification/1'

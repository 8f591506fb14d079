export const log = { info(fields: object, message: string): void { process.stdout.write(`${JSON.stringify({ ...fields, message })}\n`) } }

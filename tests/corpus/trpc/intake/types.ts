export interface Submission {
  formId: string
  answers: Record<string, string>
}

export interface Signature {
  name: string
  png: string
}

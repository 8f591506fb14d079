export class Settings {
  get(name: string): string | undefined { return process.env[name] }
  must(name: string): string {
    const value = this.get(name)
    if (!value) throw new Error(`${name} is missing`)
    return value
  }
}

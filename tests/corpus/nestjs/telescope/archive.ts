export interface Exposure { file: string; settings: string }
export interface Image { name: string }

const images = new Map<string, Exposure>()

export const archive = {
  keep: async (exposure: Exposure) => { images.set(exposure.file, exposure) },
  show: async (name: string) => images.get(name),
}

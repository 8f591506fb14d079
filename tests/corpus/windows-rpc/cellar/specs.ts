/** Interface specifications, as the IDL compiler lays them out. */
export const ifSpecs = {
  stock: Buffer.alloc(96),
  orders: Buffer.alloc(96),
  archive: Buffer.alloc(96),
}

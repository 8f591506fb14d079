export type Operation = (...args: number[]) => number;

export const operations: Record<string, Operation> = {
  add: (a, b) => a + b,
  scale: (a, b) => a * b,
  mean: (...all) => all.reduce((sum, n) => sum + n, 0) / all.length,
};

export const registry = new Map<string, Operation>(Object.entries(operations));
